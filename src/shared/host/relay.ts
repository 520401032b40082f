import { callOf, invalidArgument } from '../contract/call-of.ts';
import type { CallChannel, Calls } from '../contract/contract.ts';
import type { Handlers } from '../contract/define.ts';
import type { Failure } from '../contract/failure.ts';
import { fail, type Outcome } from '../outcome.ts';
import type { VaultLink } from './vault-link.ts';

export type HostHandlers<Context> = Handlers<Calls, 'host', Context>;

/** Answers one call from a window. */
export type Relay<Context> = (
  context: Context,
  channel: string,
  arg: unknown,
) => Promise<Outcome<unknown, Failure>>;

/**
 * Sends a call to who answers it: the vault, without looking inside, or the host.
 *
 * @returns A relay that rejects on a channel that the contract does not name.
 */
export function createRelay<Context>(
  link: Pick<VaultLink, 'ask'>,
  handlers: HostHandlers<Context>,
): Relay<Context> {
  return async (context, channel, arg) => {
    const call = callOf(channel);
    if (call === null) throw new Error('No such call.');
    if (call.answeredBy === 'vault') return link.ask(channel as CallChannel, arg);
    const parsed = call.arg.safeParse(arg);
    if (!parsed.success) return fail(invalidArgument(parsed.error));
    return handlerOf(handlers, channel)(context, parsed.data);
  };
}

type AnyHandler<Context> = (
  context: Context,
  arg: unknown,
) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>;

function handlerOf<Context>(handlers: HostHandlers<Context>, channel: string): AnyHandler<Context> {
  const [group = '', name = ''] = channel.split('.');
  const tree = handlers as unknown as Readonly<
    Record<string, Readonly<Record<string, AnyHandler<Context>>>>
  >;
  const handler = tree[group]?.[name];
  if (handler === undefined) throw new Error('A call of the host has no handler.');
  return handler;
}
