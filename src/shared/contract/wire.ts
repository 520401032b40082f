import type { Outcome } from '../outcome.ts';
import type { CallChannel, EventName } from './contract.ts';
import type { Failure } from './failure.ts';

/**
 * Messages between a host and its vault process. The same over `utilityProcess` ports and over a
 * Node child's channel; all values are plain JSON.
 */
export type HostToVault =
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly channel: CallChannel;
      readonly arg: unknown;
    }
  /** The officer picked this file; calls may name it by its token until the process ends. */
  | {
      readonly type: 'grant';
      readonly token: string;
      readonly path: string;
      readonly mode: 'open' | 'save';
    }
  /** Checkpoint, close, and end the process. */
  | { readonly type: 'end' };

export type VaultToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly outcome: Outcome<unknown, Failure> }
  | { readonly type: 'event'; readonly name: EventName; readonly payload: unknown };
