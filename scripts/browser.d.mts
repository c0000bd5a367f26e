/** Types of browser.mjs, for tests and benchmarks. */
import type { LaunchOptions, Page, Browser as RunningBrowser } from 'puppeteer-core';

export interface Browser {
  executablePath: string;
  headless: true | 'shell';
  /** Variables that the browser needs besides this process's own. */
  env: Record<string, string>;
}

export function findBrowser(): Promise<Browser>;
export function browserArguments(): string[];
export function launchOptions(): Promise<LaunchOptions>;
export function focusedPage(browser: RunningBrowser): Promise<Page>;
