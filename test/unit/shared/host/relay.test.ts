import { expect, test } from 'vitest';
import { callChannels } from '../../../../src/shared/contract/client.ts';
import { callOf } from '../../../../src/shared/contract/call-of.ts';
import {
  DEFAULT_PREFERENCES,
  preferenceValues,
} from '../../../../src/shared/contract/preferences.ts';
import { createRelay } from '../../../../src/shared/host/relay.ts';
import { ok } from '../../../../src/shared/outcome.ts';

function open(): { relay: ReturnType<typeof createRelay<string>>; asked: unknown[] } {
  const asked: unknown[] = [];
  const relay = createRelay<string>(
    {
      ask: (channel, arg) => {
        asked.push([channel, arg]);
        return Promise.resolve(ok('from the vault'));
      },
    },
    {
      host: {
        info: () => ok({ kind: 'preview', version: '1', platform: 'linux' }),
        chooseFile: (window, { purpose }) =>
          ok({ token: '5b1b0f7e-3f0c-4c7a-9a53-0f6f0e4b8f11', name: `${window} ${purpose}` }),
        lock: () => ok({}),
      },
      preferences: {
        get: () => ok(DEFAULT_PREFERENCES),
        set: (_window, change) => ok(preferenceValues.parse({ ...DEFAULT_PREFERENCES, ...change })),
      },
    },
  );
  return { relay, asked };
}

test('every call of the vault is passed on without a look inside', async () => {
  const { relay, asked } = open();
  const vaultChannels = callChannels().filter((name) => callOf(name)?.answeredBy === 'vault');
  for (const channel of vaultChannels) {
    expect(await relay('window', channel, { not: 'checked here' })).toEqual(ok('from the vault'));
  }
  expect(asked).toEqual(vaultChannels.map((channel) => [channel, { not: 'checked here' }]));
});

test('a call of the host is answered here, with its argument parsed', async () => {
  const { relay, asked } = open();
  expect(await relay('window', 'host.chooseFile', { purpose: 'open-card' })).toMatchObject({
    ok: true,
    value: { name: 'window open-card' },
  });
  expect(await relay('window', 'host.chooseFile', { purpose: '/etc/passwd' })).toMatchObject({
    ok: false,
    failure: { kind: 'invalid-argument', issues: [{ path: ['purpose'] }] },
  });
  expect(await relay('window', 'host.lock', { now: true })).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});

test.each(['', 'host', 'host.', 'host.nope', 'nope.info', 'toString', '__proto__.toString'])(
  'the channel %j is refused',
  async (channel) => {
    const { relay, asked } = open();
    await expect(relay('window', channel, {})).rejects.toThrow('No such call.');
    expect(asked).toEqual([]);
  },
);
