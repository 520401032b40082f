import type { z } from 'zod';
import type { Outcome } from '../outcome.ts';
import {
  calls,
  events,
  type CallChannel,
  type Calls,
  type EventName,
  type EventPayload,
} from './contract.ts';
import type { Client } from './define.ts';
import type { Failure } from './failure.ts';

/**
 * The object that a host puts before the renderer: the whole of what the renderer can do to the
 * outside. Values are plain JSON.
 */
export interface Bridge {
  invoke(channel: CallChannel, arg: unknown): Promise<Outcome<unknown, Failure>>;
  /** @returns A function that stops listening. */
  on(name: EventName, listener: (payload: unknown) => void): () => void;
}

/** Every channel of the contract, in its order. */
export function callChannels(): CallChannel[] {
  return Object.entries(calls).flatMap(([group, members]) =>
    Object.keys(members).map((name) => `${group}.${name}` as CallChannel),
  );
}

/** The names of all events. */
export function eventNames(): EventName[] {
  return Object.keys(events) as EventName[];
}

/** The contract as functions over a bridge. */
export function createClient(bridge: Bridge): Client<Calls> {
  const groups = Object.entries(calls).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.keys(members).map((name) => [
        name,
        (arg: unknown) => bridge.invoke(`${group}.${name}` as CallChannel, arg ?? {}),
      ]),
    ),
  ]);
  return Object.fromEntries(groups) as Client<Calls>;
}

/** Listens to one event; a payload that does not fit the contract is a fault and throws. */
export function listen<Name extends EventName>(
  bridge: Bridge,
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  const schema: z.ZodType = events[name].payload;
  return bridge.on(name, (payload) => listener(schema.parse(payload) as EventPayload<Name>));
}
