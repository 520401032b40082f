import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeInMemory } from '../support/bundle-bytes.ts';
import {
  archiveOf,
  attachment,
  changeSet,
  collect,
  draftFor,
  failureOf,
  makeOfficer,
  packArchive,
  sealBytes,
  unwrap,
  type TestOfficer,
} from '../unit/vault/bundle/bundle-kit.ts';

/** 100,000 is the figure of the security page; CI runs what fits its time. */
const RUNS = Number(process.env['STEADY_STATE_FUZZ_RUNS'] ?? 2000);
const TIMEOUT_MS = 60_000 + RUNS * 60;

type Mutation = (bytes: Uint8Array) => Uint8Array;
const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const place = (share: number, length: number): number => Math.floor(share * length);

const flip = fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([share, mask]): Mutation => {
  return (bytes) => {
    const copy = bytes.slice();
    const i = place(share, bytes.length);
    copy[i] = (copy[i] ?? 0) ^ mask;
    return copy;
  };
});
const cut = at.map(
  (share): Mutation =>
    (bytes) =>
      bytes.slice(0, place(share, bytes.length)),
);
const remove = fc.tuple(at, fc.integer({ min: 1, max: 2000 })).map(([share, n]): Mutation => {
  return (bytes) => {
    const i = place(share, bytes.length);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + n)]));
  };
});
const insert = fc
  .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 600 }))
  .map(([share, extra]): Mutation => {
    return (bytes) => {
      const i = place(share, bytes.length);
      return new Uint8Array(Buffer.concat([bytes.subarray(0, i), extra, bytes.subarray(i)]));
    };
  });
const overwrite = fc
  .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 64 }))
  .map(([share, extra]): Mutation => {
    return (bytes) => {
      const copy = bytes.slice();
      const i = place(share, bytes.length);
      copy.set(extra.subarray(0, bytes.length - i), i);
      return copy;
    };
  });
const copyWithin = fc
  .tuple(at, at, fc.constantFrom(1, 16, 512, 1024))
  .map(([from, to, n]): Mutation => {
    return (bytes) => {
      const copy = bytes.slice();
      const start = place(from, bytes.length);
      return copy.copyWithin(place(to, bytes.length), start, start + n);
    };
  });
const mutations = fc.array(fc.oneof(flip, cut, remove, insert, overwrite, copyWithin), {
  minLength: 1,
  maxLength: 3,
});

function mutate(bytes: Uint8Array, list: readonly Mutation[]): Uint8Array | null {
  const mutated = list.reduce((current, mutation) => mutation(current), bytes);
  return Buffer.compare(mutated, bytes) === 0 ? null : mutated;
}

describe('a bundle that was tampered with', () => {
  let sender: TestOfficer;
  let receiver: TestOfficer;
  let file: Uint8Array;
  let archive: Uint8Array;
  let usedBytes: number;

  beforeAll(async () => {
    [sender, receiver] = await Promise.all([makeOfficer(), makeOfficer()]);
    const written = unwrap(
      await writeInMemory({
        manifest: draftFor(sender, receiver),
        changeSets: [changeSet(), changeSet({ hlc: '001795512600000-0001-0123456789abcdef' })],
        attachments: [attachment('photo'), attachment('scan')],
        sign: sender.sign,
      }),
    );
    file = written.bytes;
    archive = await archiveOf(receiver, file);
    usedBytes = archive.length;
    while (archive[usedBytes - 1] === 0) usedBytes--;
  });

  it(
    'is never accepted and never a crash: the file',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutations, async (list) => {
          const mutated = mutate(file, list);
          if (mutated !== null) expect(await failureOf(receiver, mutated)).not.toBe('opened');
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'is never accepted and never a crash: the archive inside, sealed again',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutations, async (list) => {
          // The padding is one long run of zeros: mutate where there is something to break.
          const used = archive.subarray(0, usedBytes);
          const mutated = mutate(used, list);
          if (mutated === null) return;
          const whole = await collect([mutated, archive.subarray(mutated.length)]);
          if (Buffer.compare(whole, archive) === 0) return;
          expect(await failureOf(receiver, await sealBytes(whole, receiver))).not.toBe('opened');
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'is never a crash: what is inside the entries, packed and sealed again',
    async () => {
      const texts = ['{"format":"steady-state-bundle","version":1}', '{}', '[]', '0', '\u0000', ''];
      const bytes = fc.oneof(
        fc.constantFrom(...texts).map((text) => new TextEncoder().encode(text)),
        fc.json().map((text) => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 200 }),
      );
      await fc.assert(
        fc.asyncProperty(bytes, bytes, bytes, async (manifest, signature, changes) => {
          const packed = await packArchive([
            { path: 'manifest.json', bytes: manifest },
            { path: 'manifest.sig', bytes: signature },
            { path: 'changes.ndjson', bytes: changes },
          ]);
          expect(await failureOf(receiver, await sealBytes(packed, receiver))).not.toBe('opened');
        }),
        { numRuns: Math.ceil(RUNS / 10) },
      );
    },
    TIMEOUT_MS,
  );
});
