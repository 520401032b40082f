import type { z } from 'zod';
import type { Bridge } from '../../src/shared/contract/client.ts';
import {
  calls,
  events,
  type CallChannel,
  type Calls,
  type EventName,
  type EventPayload,
} from '../../src/shared/contract/contract.ts';
import type { OutcomeOf, ParsedArgOf } from '../../src/shared/contract/define.ts';
import { failureSchemas, type Failure } from '../../src/shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../src/shared/outcome.ts';

type CallOn<Channel extends CallChannel> = Channel extends `${infer Group}.${infer Name}`
  ? Group extends keyof Calls
    ? Name extends keyof Calls[Group]
      ? Calls[Group][Name]
      : never
    : never
  : never;

type Answer<C> = OutcomeOf<C> | Promise<OutcomeOf<C>>;

/** A handler for each call that the test expects; a call without one is a fault. */
export type BridgeHandlers = {
  readonly [Channel in CallChannel]?: (
    arg: ParsedArgOf<CallOn<Channel>>,
  ) => Answer<CallOn<Channel>>;
};

export interface BridgeDouble extends Bridge {
  /** Sends an event to whoever listens, as a host would. */
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Every call so far, in order, with its parsed argument. */
  readonly asked: readonly { readonly channel: CallChannel; readonly arg: unknown }[];
}

/**
 * A bridge that answers from handlers instead of a vault. Arguments, results, failures and events
 * are held to the contract, so that a double cannot drift from what it stands for.
 */
export function createBridgeDouble(handlers: BridgeHandlers): BridgeDouble {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const asked: { channel: CallChannel; arg: unknown }[] = [];

  return {
    asked,
    async invoke(channel: CallChannel, arg: unknown): Promise<Outcome<unknown, Failure>> {
      const call = callOn(channel);
      const parsed = call.arg.safeParse(arg);
      if (!parsed.success) {
        return fail({
          kind: 'invalid-argument',
          issues: parsed.error.issues.map(({ path, code }) => ({ path: path.map(String), code })),
        });
      }
      asked.push({ channel, arg: parsed.data });
      const handler = handlers[channel] as
        | ((arg: unknown) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>)
        | undefined;
      if (handler === undefined) throw new Error(`No handler for ${channel}`);
      const outcome = await handler(parsed.data);
      return outcome.ok
        ? ok(call.result.parse(outcome.value))
        : fail(failureSchemas[outcome.failure.kind].parse(outcome.failure) as Failure);
    },
    on(name: EventName, listener: (payload: unknown) => void): () => void {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
    emit(name, payload) {
      const checked: unknown = events[name].payload.parse(payload);
      listeners.get(name)?.forEach((listener) => listener(checked));
    },
  };
}

function callOn(channel: CallChannel): { readonly arg: z.ZodType; readonly result: z.ZodType } {
  const [group, name] = channel.split('.') as [keyof Calls, string];
  const found = (calls[group] as Record<string, { arg: z.ZodType; result: z.ZodType }>)[name];
  if (found === undefined) throw new Error(`No call ${channel}`);
  return found;
}
