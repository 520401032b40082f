import type { z } from 'zod';
import { calls, type Calls } from './contract.ts';
import type { Call } from './define.ts';
import type { FailureOf } from './failure.ts';

/** The call of a channel (`group.name`); null if the contract has none of that name. */
export function callOf(channel: string): Call | null {
  const [group, name, ...more] = channel.split('.');
  if (group === undefined || name === undefined || more.length > 0) return null;
  if (!Object.hasOwn(calls, group)) return null;
  const members: Readonly<Record<string, Call>> = calls[group as keyof Calls];
  return Object.hasOwn(members, name) ? (members[name] ?? null) : null;
}

/** More issues than this say nothing new to the person at the form. */
const ISSUES_MAX = 50;

/**
 * Which fields of an argument were wrong and by which rule, never their values, which could be
 * secret. The code of a rule of our own (`proxy-required`) stands in zod's message; that of zod's
 * own rules is its issue code.
 */
export function invalidArgument(error: z.ZodError): FailureOf<'invalid-argument'> {
  return {
    kind: 'invalid-argument',
    issues: error.issues.slice(0, ISSUES_MAX).map((issue) => ({
      path: issue.path.map(String),
      code: issue.code === 'custom' ? issue.message.slice(0, 80) : issue.code,
    })),
  };
}
