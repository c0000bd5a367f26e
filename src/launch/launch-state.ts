/** Where a launch stands, and what may come of it: a state machine without a DOM. The element asks it and shows what it says. */
import type { LaunchFailure, LaunchMode } from './launch-events.js';

/** How it was opened: by us, or in the host's own way. */
export type LaunchWay = LaunchMode | 'host';

export type LaunchState =
  /** The portal's form is shown. */
  | { readonly name: 'idle' }
  /** The referral is sent; the confirmation is shown. */
  | { readonly name: 'confirmed'; readonly referralRef: string }
  /** The launch URL is on its way. */
  | { readonly name: 'launching'; readonly referralRef: string; readonly mode: LaunchMode }
  /** The launched system is shown in the iframe. */
  | { readonly name: 'framed'; readonly referralRef: string; readonly url: string }
  /** The launched system is done, or the browser was sent to it, or the host took over. */
  | { readonly name: 'done'; readonly referralRef: string; readonly way: LaunchWay }
  /** It could not be launched. Can be tried again. */
  | {
      readonly name: 'failed';
      readonly referralRef: string;
      readonly mode: LaunchMode;
      readonly reason: LaunchFailure;
    };

export type LaunchStateName = LaunchState['name'];

export type LaunchAction =
  /** The portal has sent the referral. */
  | { readonly type: 'confirm'; readonly referralRef: string }
  /** The sender goes on, or the host or the countdown does. */
  | { readonly type: 'launch'; readonly mode: LaunchMode }
  /** The browser was sent to the launched system, in this tab or in another one. */
  | { readonly type: 'sent' }
  /** The host opens it by itself. */
  | { readonly type: 'taken-over' }
  /** The iframe was given its URL. */
  | { readonly type: 'frame'; readonly url: string }
  /** The launched system has said that it is done. */
  | { readonly type: 'finish' }
  /** The iframe was closed, or the launch was given up, before that. */
  | { readonly type: 'close' }
  | { readonly type: 'fail'; readonly reason: LaunchFailure }
  /** Another listing or integration: from the beginning. */
  | { readonly type: 'reset' };

/** The state after an action; the very same state where the action means nothing in it. */
export const nextState = (state: LaunchState, action: LaunchAction): LaunchState => {
  const { type } = action;
  if (type === 'reset') return state.name === 'idle' ? state : { name: 'idle' };
  if (state.name === 'idle')
    return type === 'confirm' ? { name: 'confirmed', referralRef: action.referralRef } : state;

  const { name, referralRef } = state;
  /** A launch that is under way is one launch, however often it is asked for. */
  const underWay = name === 'launching' || name === 'framed';
  if (type === 'confirm')
    // The same referral once more changes nothing; the next one begins anew.
    return underWay || action.referralRef === referralRef
      ? state
      : { name: 'confirmed', referralRef: action.referralRef };
  if (type === 'launch')
    return underWay ? state : { name: 'launching', referralRef, mode: action.mode };
  if (!underWay) return state;

  const mode = name === 'launching' ? state.mode : 'iframe';
  switch (type) {
    case 'fail':
      return { name: 'failed', referralRef, mode, reason: action.reason };
    case 'close':
      return { name: 'confirmed', referralRef };
    case 'sent':
      return name === 'launching' ? { name: 'done', referralRef, way: mode } : state;
    case 'taken-over':
      return name === 'launching' ? { name: 'done', referralRef, way: 'host' } : state;
    case 'frame':
      return name === 'launching' ? { name: 'framed', referralRef, url: action.url } : state;
    case 'finish':
      return name === 'framed' ? { name: 'done', referralRef, way: mode } : state;
  }
};
