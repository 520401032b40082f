import type { Page } from '@playwright/test';
import type { CallChannel } from '../../../src/shared/contract/contract.ts';
import type { Failure } from '../../../src/shared/contract/failure.ts';
import type { Outcome } from '../../../src/shared/outcome.ts';

/** Makes a call from the page, as the interface would; rejects where the call is refused. */
export function callFrom(
  page: Page,
  channel: CallChannel,
  arg: unknown,
): Promise<Outcome<unknown, Failure>> {
  return page.evaluate(([to, value]) => window.steadyState.invoke(to, value), [
    channel,
    arg,
  ] as const);
}
