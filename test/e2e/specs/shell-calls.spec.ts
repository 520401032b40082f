import { callChannels } from '../../../src/shared/contract/client.ts';
import { callOf } from '../../../src/shared/contract/call-of.ts';
import { malformedArguments } from '../support/malformed.ts';
import { callFrom } from '../support/calls.ts';
import { expect, test } from '../fixtures/app.ts';

test('a call that the contract does not name is rejected, not ignored', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const forged = ['nope', 'host', 'host.nope', '__proto__.x', 'session.status.x', 'toString'];
    return Promise.all(
      forged.map((channel) =>
        window.steadyState.invoke(channel as never, {}).then(
          () => 'answered',
          () => 'rejected',
        ),
      ),
    );
  });
  expect(answers).toEqual(answers.map(() => 'rejected'));
});

test('fifty malformed arguments to every call give an expected failure, and no crash', async ({
  app,
}) => {
  // Some three thousand calls.
  test.setTimeout(300_000);
  const before = await app.vaultPid();
  const malformed = malformedArguments();
  expect(malformed.length).toBeGreaterThanOrEqual(50);
  for (const channel of callChannels()) {
    const answers = await app.page.evaluate(
      async ([to, args]) =>
        Promise.all(
          (JSON.parse(args) as unknown[]).map(async (arg) => {
            const outcome = await window.steadyState.invoke(to, arg);
            return outcome.ok ? 'ok' : outcome.failure.kind;
          }),
        ),
      [channel, JSON.stringify(malformed)] as const,
    );
    const expected = callOf(channel)?.needsUnlocked
      ? ['invalid-argument', 'locked']
      : ['invalid-argument'];
    expect([...new Set(answers)].filter((kind) => !expected.includes(kind))).toEqual([]);
  }
  expect(await app.vaultPid()).toBe(before);
  expect(await callFrom(app.page, 'session.status', {})).toMatchObject({ ok: true });
});

test('a chosen file is known to the page by its name and a token only', async ({ app }) => {
  await app.pickFile(`${app.filesDir}/contacts.vcf`);
  const chosen = await callFrom(app.page, 'host.chooseFile', { purpose: 'open-vcard' });
  expect(chosen).toEqual({
    ok: true,
    value: { name: 'contacts.vcf', token: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown },
  });

  await app.pickFile(null);
  const cancelled = await callFrom(app.page, 'host.chooseFile', { purpose: 'save-bundle' });
  expect(cancelled).toEqual({ ok: false, failure: { kind: 'cancelled' } });
});
