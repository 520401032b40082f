import type { Page } from '@playwright/test';
import { createClient } from '../../../src/shared/contract/client.ts';
import type { CallChannel, Calls } from '../../../src/shared/contract/contract.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
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

/** Every call of the contract, made from the page. */
export function clientOf(page: Page): Client<Calls> {
  return createClient({
    invoke: (channel, arg) => callFrom(page, channel, arg),
    on: () => () => undefined,
  });
}
