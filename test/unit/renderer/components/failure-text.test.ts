import { describe, expect, it } from 'vitest';
import { failureSchemas, type Failure } from '../../../../src/shared/contract/failure.ts';
import { failureText } from '../../../../src/renderer/components/failure-text.ts';
import { enGb } from '../../../../src/renderer/i18n/resources.ts';

/** One failure of every kind, with every reason that the kind can give. */
const id = '00000000-0000-7000-8000-000000000001';
const examples: Readonly<Partial<Record<Failure['kind'], readonly object[]>>> = {
  'invalid-argument': [{ issues: [] }],
  internal: [{ incident: '' }, { incident: 'a1b2' }],
  'wrong-secret': [{ retryAfterSeconds: 0 }],
  'too-soon': [{ retryAfterSeconds: 3 }],
  'weak-passphrase': [{ reason: 'too-short' }, { reason: 'too-common' }, { reason: 'repetitive' }],
  'recovery-code-mistyped': [{ group: null }, { group: 3 }],
  'keyslots-refused': [
    { reason: 'out-of-bounds' },
    { reason: 'newer-version' },
    { reason: 'malformed' },
  ],
  'rolled-back': [{ lastSeenSequence: 9, foundSequence: 4 }],
  'not-found': [{ record: null }],
  'consent-missing': [{ gaps: [] }],
  'action-not-ready': [
    { actionId: id, reason: 'no-instruction' },
    { actionId: id, reason: 'not-cleared' },
  ],
  'undo-conflict': [{ records: [] }],
  'not-undoable': [
    { reason: 'already-undone' },
    { reason: 'sealed-since' },
    { reason: 'bundle-sent' },
    { reason: 'erased' },
    { reason: 'rescued' },
  ],
  'stale-record': [{ record: { type: 'contact', id } }],
  'file-too-large': [{ limitBytes: 20_000_000 }],
  'bundle-newer-version': [{ version: 2 }],
  'bundle-malformed': [{ rule: 'manifest.order' }],
  'bundle-too-large': [{ limit: 'entries' }],
  'bundle-already-applied': [{ appliedAt: '2026-11-24T09:30:00.000Z' }],
  'bundle-conflicts': [{ conflicts: [] }],
};

const failures: readonly Failure[] = Object.entries(failureSchemas).flatMap(([kind, schema]) =>
  (examples[kind as Failure['kind']] ?? [{}]).map(
    (rest) => schema.parse({ kind, ...rest }) as Failure,
  ),
);

describe('the words for a failure', () => {
  it.each(failures.map((failure) => [JSON.stringify(failure), failure] as const))(
    'are there for %s, with every value they name',
    (_, failure) => {
      const { title, detail, values, limitBytes } = failureText(failure);
      const texts = enGb.failures;
      const wanted = [...texts.detail[detail].matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name);
      const given = [...Object.keys(values), ...(limitBytes === null ? [] : ['limit'])];
      expect({ title: texts.title[title] !== '', wanted }).toEqual({ title: true, wanted: given });
    },
  );

  it('say nothing that the failure kinds do not ask for', () => {
    expect(Object.keys(enGb.failures.title).sort()).toEqual(Object.keys(failureSchemas).sort());
  });
});
