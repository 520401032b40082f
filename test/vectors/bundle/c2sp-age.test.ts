import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { armor } from 'age-encryption';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { BUNDLE_LIMITS } from '../../../src/vault/bundle/limits.ts';
import { unsealBytes } from '../../support/bundle-bytes.ts';

/**
 * The C2SP vectors of the age format (npm cctv-age). Two kinds of file are no part of the bundle
 * format and must be refused whatever the vector expects: passphrase files (a bundle is sealed to
 * keys only) and armour (a bundle is binary). Armoured vectors are run twice: as they are, which
 * must be refused, and with the armour taken off by typage, which must end as the vector says.
 */
type Vector = {
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: string[];
  readonly hasPassphrase: boolean;
  readonly armored: boolean;
  readonly file: Uint8Array;
};

const all = Object.entries(vectors as unknown as Record<string, unknown>)
  .filter((pair): pair is [string, Uint8Array] => pair[1] instanceof Uint8Array)
  .map(([name, bytes]) => ({ name, vector: readVector(bytes) }));

/** Which failures may stand for each of the vectors' expectations. */
const FAILURES: Readonly<Record<string, readonly string[]>> = {
  'no match': ['bundle-not-for-us'],
  'HMAC failure': ['bundle-altered'],
  'header failure': ['bundle-altered', 'bundle-not-age', 'bundle-truncated'],
  'payload failure': ['bundle-altered', 'bundle-truncated'],
};

describe('the C2SP age vectors', () => {
  it('are all here', () => {
    expect(all.length).toBe(143);
  });

  it.each(all.filter(({ vector }) => !vector.armored && !vector.hasPassphrase))(
    '$name ends as the vector says',
    async ({ vector }) => {
      await expectAsTheVectorSays(vector, vector.file);
    },
  );

  it.each(all.filter(({ vector }) => vector.hasPassphrase))(
    '$name is refused, since a bundle is never locked with a passphrase',
    async ({ vector }) => {
      const outcome = await unsealBytes(vector.file, { identities: vector.identities });
      expect(outcome.ok).toBe(false);
    },
  );

  it.each(all.filter(({ vector }) => vector.armored && !vector.hasPassphrase))(
    '$name is refused with its armour, and without it ends as the vector says',
    async ({ vector }) => {
      expect(await unsealBytes(vector.file, { identities: vector.identities })).toMatchObject({
        ok: false,
        failure: { kind: 'bundle-not-age' },
      });
      const binary = withoutArmor(vector.file);
      if (binary === null) expect(vector.expect).toBe('armor failure');
      else await expectAsTheVectorSays(vector, binary);
    },
  );
});

async function expectAsTheVectorSays(vector: Vector, file: Uint8Array): Promise<void> {
  const outcome = await unsealBytes(file, { identities: vector.identities, limits: BUNDLE_LIMITS });
  if (vector.expect === 'success') {
    expect(outcome.ok).toBe(true);
    if (outcome.ok) {
      expect(createHash('sha256').update(outcome.value).digest('hex')).toBe(vector.payload);
    }
  } else {
    expect(FAILURES[vector.expect]).toContain(outcome.ok ? 'success' : outcome.failure.kind);
  }
}

function withoutArmor(file: Uint8Array): Uint8Array | null {
  try {
    return armor.decode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file));
  } catch {
    return null;
  }
}

function readVector(bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf('\n\n');
  const fields = Buffer.from(bytes.subarray(0, end))
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(/: (.*)/su).slice(0, 2));
  const valuesOf = (key: string): string[] =>
    fields.filter(([name]) => name === key).map(([, value]) => value ?? '');
  const body = bytes.subarray(end + 2);
  return {
    expect: valuesOf('expect')[0] ?? '',
    payload: valuesOf('payload')[0],
    identities: valuesOf('identity'),
    hasPassphrase: valuesOf('passphrase').length > 0,
    armored: valuesOf('armored')[0] === 'yes',
    file: valuesOf('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}
