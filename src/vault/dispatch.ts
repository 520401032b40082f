import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { callOf, invalidArgument } from '../shared/contract/call-of.ts';
import type { Calls } from '../shared/contract/contract.ts';
import type { Call, Handlers } from '../shared/contract/define.ts';
import {
  COMMON_FAILURES,
  failureSchemas,
  type Failure,
  type FailureKind,
  type FailureOf,
} from '../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../shared/outcome.ts';
import { failureOf } from './db/errors.ts';
import type { VaultContext } from './service/context.ts';
import type { Session } from './session.ts';

/** Handlers of the calls that need an open vault, and of the door that opens it. */
export type OpenHandlers = Omit<Handlers<Calls, 'vault', VaultContext>, 'session'>;
export type DoorHandlers = Handlers<Calls, 'vault', Session>['session'];

type Handler = (
  context: unknown,
  arg: unknown,
) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>;

/** Where a fault is written down: a kind and an incident number, never a value. */
export type FaultLog = (line: string) => void;

export interface Dispatcher {
  /** Answers one call by its channel name. Never throws: a fault becomes `internal`. */
  answer(channel: string, arg: unknown): Promise<Outcome<unknown, Failure>>;
}

/**
 * The vault's side of the contract: parses every argument before and every result after the
 * handler, and classifies in this one place what a handler throws.
 */
export function createDispatcher(
  session: Session,
  door: DoorHandlers,
  handlers: OpenHandlers,
  logFault: FaultLog,
): Dispatcher {
  return {
    answer: async (channel, arg) => {
      const call = callOf(channel);
      if (call?.answeredBy !== 'vault') return fail(unknownCall());
      const [group = '', name = ''] = channel.split('.');
      const parsed = parse(call, arg);
      if (!parsed.ok) return parsed;
      const context: unknown = group === 'session' ? session : session.context();
      if (call.needsUnlocked && session.context() === null) return fail({ kind: 'locked' });
      const members: unknown = group === 'session' ? door : handlers[group as keyof OpenHandlers];
      const handler = (members as Readonly<Record<string, Handler>>)[name];
      if (handler === undefined) return fail(unknownCall());
      try {
        return checked(call, await outcomeOf(() => handler(context, parsed.value)));
      } catch (error) {
        return fail(fault(error, channel, logFault));
      }
    },
  };
}

/** The argument as the contract has it. What runs the parser out of stack is nested beyond sense. */
function parse(call: Call, arg: unknown): Outcome<unknown, FailureOf<'invalid-argument'>> {
  try {
    const parsed = call.arg.safeParse(arg);
    return parsed.success ? ok(parsed.data) : fail(invalidArgument(parsed.error));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail({ kind: 'invalid-argument', issues: [{ path: [], code: 'too-deep' }] });
  }
}

/** What a handler gives; an expected failure that it throws is one that it gives. */
async function outcomeOf(handle: () => ReturnType<Handler>): Promise<Outcome<unknown, Failure>> {
  try {
    return await handle();
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/**
 * The answer as the contract has it; one that does not fit, or a failure that the call does not
 * declare, is a fault, not a reply: whoever asked has no words for it.
 */
function checked(call: Call, outcome: Outcome<unknown, Failure>): Outcome<unknown, Failure> {
  if (outcome.ok) return ok(call.result.parse(outcome.value));
  const failure = failureSchemas[outcome.failure.kind].parse(outcome.failure);
  const declared: readonly FailureKind[] = [...COMMON_FAILURES, ...call.failures];
  if (!declared.includes(failure.kind)) throw new UndeclaredFailure(failure.kind);
  return fail(failure);
}

/** A failure that its call does not declare. Its name says which: a kind is never a value. */
class UndeclaredFailure extends Error {
  constructor(kind: FailureKind) {
    super(`undeclared failure: ${kind}`);
    this.name = `UndeclaredFailure(${kind})`;
  }
}

/** The failure that something thrown by a handler stands for, or null where it is a fault. */
function expectedFailure(error: unknown): Failure | null {
  // The store parses every record before it is written.
  if (error instanceof z.ZodError) return invalidArgument(error);
  return failureOf(error);
}

function fault(error: unknown, channel: string, logFault: FaultLog): Failure {
  const incident = randomUUID();
  logFault(`incident ${incident} in ${channel}: ${describeFault(error)}`);
  return { kind: 'internal', incident };
}

function unknownCall(): Failure {
  return { kind: 'invalid-argument', issues: [{ path: [], code: 'unknown-call' }] };
}

/** Class and place of a fault. Messages are left out: a library may put a value into them. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // The message first: it stands in the stack too, and may have lines that look like places.
  const stack = (error.stack ?? '').replace(error.message, () => '');
  const place = stack.split('\n').filter((line) => line.startsWith('    at '));
  const paths =
    error instanceof z.ZodError
      ? ` at ${error.issues.map((issue) => issue.path.map(String).join('.')).join(', ')}`
      : '';
  return `${error.name}${paths} ${place.slice(0, 6).join(' ').replace(/\s+/gu, ' ')}`;
}
