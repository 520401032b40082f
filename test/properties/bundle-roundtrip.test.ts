import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BundleChange, BundleChangeSet } from '../../src/vault/bundle/changes.ts';
import type { JsonValue } from '../../src/vault/canonical-json.ts';
import { RECORD_TYPES } from '../../src/shared/model/record-type.ts';
import { attachmentOfBytes, writeInMemory } from '../support/bundle-bytes.ts';
import {
  draftFor,
  makeOfficer,
  openAs,
  sha256,
  unwrap,
  type TestOfficer,
} from '../unit/vault/bundle/bundle-kit.ts';

const RUNS = 150;

const text = fc
  .string({ unit: 'binary', maxLength: 40 })
  .filter((value) => !value.includes('\u0000'));
const line = text.map((value) =>
  value
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim(),
);
const key = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    text,
    fc.maxSafeInteger(),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const change: fc.Arbitrary<BundleChange> = fc.record({
  type: fc.constantFrom(...RECORD_TYPES),
  id: fc.uuid(),
  field: fc.oneof(fc.constant('$exists'), fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,20}Field$/u)),
  old: json,
  new: json,
});
const instant = fc
  .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const changeSet: fc.Arbitrary<BundleChangeSet> = fc.record({
  id: fc.uuid(),
  hlc: fc.stringMatching(/^[0-9]{15}-[0-9a-f]{4}-[0-9a-f]{16}$/u),
  at: instant,
  author: fc.record({ id: fc.uuid(), name: line.map((name) => name || 'x') }),
  device: line,
  reason: text,
  undoOf: fc.option(fc.uuid()),
  changes: fc.uniqueArray(change, {
    minLength: 1,
    maxLength: 5,
    selector: ({ type, id, field }) => `${type} ${id} ${field}`,
  }),
});
const attachments = fc
  .uniqueArray(fc.uint8Array({ maxLength: 2000 }), { maxLength: 5, selector: sha256 })
  .map((list) => list.map(attachmentOfBytes));

describe('any bundle', () => {
  let sender: TestOfficer;
  let receivers: TestOfficer[];
  beforeAll(async () => {
    sender = await makeOfficer();
    receivers = await Promise.all([makeOfficer('x25519'), makeOfficer('hybrid')]);
  });

  it('opens to exactly what was written, once for each kind of key', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(changeSet, { maxLength: 6, selector: ({ id }) => id }),
        attachments,
        fc.nat(1),
        async (changeSets, files, which) => {
          const receiver = receivers[which] ?? sender;
          const written = unwrap(
            await writeInMemory({
              manifest: draftFor(sender, receiver),
              changeSets,
              attachments: files,
              sign: sender.sign,
            }),
          );
          const opened = unwrap(await openAs(receiver, written.bytes));
          expect(opened.changeSets).toEqual(changeSets);
          expect(opened.manifest).toEqual(written.manifest);
          expect(opened.attachments.hashes).toEqual(files.map((file) => file.sha256).sort());
          for (const file of files) {
            const found = opened.attachments.read(file.sha256) ?? new Uint8Array(1);
            expect(Buffer.compare(found, file.bytes)).toBe(0);
          }
          expect(opened.bundleSha256).toBe(written.sha256);
        },
      ),
      { numRuns: RUNS },
    );
  }, 60_000);
});
