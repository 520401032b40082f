import type { CallChannel, Calls } from '../../shared/contract/contract.ts';
import type { Client } from '../../shared/contract/define.ts';
import { callChannels, createClient, type Bridge } from '../../shared/contract/client.ts';
import type { Outcome } from '../../shared/outcome.ts';

declare global {
  interface Window {
    /** Put there by the host (preload in Electron, the page's script in the preview host). */
    readonly steadyState: Bridge;
  }
}

/** The object the host put before this page. */
export const bridge: Bridge = window.steadyState;

/** Every call of the contract as a function. */
export const client: Client<Calls> = createClient(bridge);

/** Any function of `client`. */
export type Ask<Arg, Value, Failed> = (arg: Arg) => Promise<Outcome<Value, Failed>>;

const channelByFunction = new Map<unknown, CallChannel>(
  callChannels().map((channel) => {
    const [group, name] = channel.split('.') as [keyof Calls, string];
    return [(client[group] as Record<string, unknown>)[name], channel];
  }),
);

/** The channel that a function of `client` asks on. A function from elsewhere is a fault. */
export function channelOf(ask: unknown): CallChannel {
  const channel = channelByFunction.get(ask);
  if (channel === undefined) throw new Error('Not a call of the contract');
  return channel;
}
