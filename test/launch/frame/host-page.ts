/** Host pages of their own (host.html), so that one can be framed, left, or given a policy. */
import type { OceanLaunchFrame } from '../../../src/launch/frame/launch-frame.js';
import { until } from '../../support/queries.js';

export interface HostPage {
  readonly page: Window & typeof globalThis;
  readonly element: OceanLaunchFrame;
  close(): void;
}

/** A host page of its own, in a frame of the test's. */
export const hostPage = async (): Promise<HostPage> => {
  const frame = document.createElement('iframe');
  frame.src = new URL('host.html', import.meta.url).href;
  frame.width = '600';
  frame.height = '600';
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentWindow as Window & typeof globalThis;
  return { page, element: await elementOf(page), close: () => frame.remove() };
};

/** The element of a host page, once it is one. */
export const elementOf = async (page: Window): Promise<OceanLaunchFrame> => {
  const element = await until(() => page.document.querySelector('ocean-launch-frame'));
  await until(() => 'updateComplete' in element);
  return element;
};
