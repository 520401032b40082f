import { z } from 'zod';
import type { Outcome } from '../outcome.ts';
import type { CommonFailureKind, FailureKind, FailureOf } from './failure.ts';

/** Who answers a call: the vault process, or the shell around it (dialogs, lock). */
export type Answerer = 'vault' | 'host';

/** One call of the contract: who answers it, what it takes, gives and may fail with. */
export interface Call<
  Arg extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
  Kind extends FailureKind = FailureKind,
  By extends Answerer = Answerer,
> {
  readonly answeredBy: By;
  /** Whether the vault must be unlocked. */
  readonly needsUnlocked: boolean;
  readonly arg: Arg;
  readonly result: Result;
  readonly failures: readonly Kind[];
}

/** One event of the contract, sent to every window. */
export interface Event<Payload extends z.ZodType = z.ZodType> {
  readonly payload: Payload;
}

interface CallSpec<Arg, Result, Kind> {
  readonly arg: Arg;
  readonly result: Result;
  readonly failures?: readonly Kind[];
}

/** A call that the vault answers once it is unlocked. */
export function vaultCall<
  Arg extends z.ZodType,
  Result extends z.ZodType,
  const Kind extends FailureKind = never,
>(spec: CallSpec<Arg, Result, Kind>): Call<Arg, Result, Kind, 'vault'> {
  return { answeredBy: 'vault', needsUnlocked: true, failures: [], ...spec };
}

/** A call that the vault answers whether or not it is unlocked. */
export function doorCall<
  Arg extends z.ZodType,
  Result extends z.ZodType,
  const Kind extends FailureKind = never,
>(spec: CallSpec<Arg, Result, Kind>): Call<Arg, Result, Kind, 'vault'> {
  return { answeredBy: 'vault', needsUnlocked: false, failures: [], ...spec };
}

/** A call that the host (Electron, or the preview host) answers. */
export function hostCall<
  Arg extends z.ZodType,
  Result extends z.ZodType,
  const Kind extends FailureKind = never,
>(spec: CallSpec<Arg, Result, Kind>): Call<Arg, Result, Kind, 'host'> {
  return { answeredBy: 'host', needsUnlocked: false, failures: [], ...spec };
}

export function event<Payload extends z.ZodType>(payload: Payload): Event<Payload> {
  return { payload };
}

/** The argument of a call that takes none. */
export const nothing = z.strictObject({});

/** A tree of calls: groups by name, calls by name within. */
export type CallTree = Readonly<Record<string, Readonly<Record<string, Call>>>>;
export type EventTree = Readonly<Record<string, Event>>;

type KindOf<C> = C extends Call<z.ZodType, z.ZodType, infer Kind> ? Kind : never;
export type ArgOf<C> = C extends Call<infer Arg> ? z.input<Arg> : never;
export type ParsedArgOf<C> = C extends Call<infer Arg> ? z.output<Arg> : never;
export type ResultOf<C> = C extends Call<z.ZodType, infer Result> ? z.output<Result> : never;
/** The failures that a call may give: those it declares, and those any call may give. */
export type FailuresOf<C> = FailureOf<KindOf<C> | CommonFailureKind>;
export type OutcomeOf<C> = Outcome<ResultOf<C>, FailuresOf<C>>;

type AskFunction<C> =
  Record<never, never> extends ArgOf<C>
    ? (arg?: ArgOf<C>) => Promise<OutcomeOf<C>>
    : (arg: ArgOf<C>) => Promise<OutcomeOf<C>>;

/** What the renderer holds: the tree with every call as a function. */
export type Client<Tree> = {
  readonly [Group in keyof Tree]: {
    readonly [Name in keyof Tree[Group]]: AskFunction<Tree[Group][Name]>;
  };
};

/** What an answerer must provide: one handler for each of its calls, no more and no fewer. */
export type Handlers<Tree, By extends Answerer, Context> = {
  readonly [
    Group in keyof Tree as GroupAnsweredBy<Tree[Group], By> extends never ? never : Group
  ]: {
    readonly [Name in GroupAnsweredBy<Tree[Group], By>]: (
      context: Context,
      arg: ParsedArgOf<Tree[Group][Name]>,
    ) => OutcomeOf<Tree[Group][Name]> | Promise<OutcomeOf<Tree[Group][Name]>>;
  };
};

type GroupAnsweredBy<Group, By extends Answerer> = {
  [Name in keyof Group]: Group[Name] extends Call<z.ZodType, z.ZodType, FailureKind, By>
    ? Name
    : never;
}[keyof Group];

/** The name of a call on every channel: `group.call`. */
export type Channel<Tree> = {
  [Group in keyof Tree & string]: `${Group}.${keyof Tree[Group] & string}`;
}[keyof Tree & string];
