import { describe, expect, it } from 'vitest';
import {
  FIELD_KINDS,
  fieldKind,
} from '../../../../../src/renderer/features/history/field-kinds.ts';
import {
  valueWords,
  type Words,
} from '../../../../../src/renderer/features/history/value-words.ts';
import { actionFields } from '../../../../../src/shared/model/action.ts';
import { attachmentFields } from '../../../../../src/shared/model/attachment.ts';
import { bundleEntryFields } from '../../../../../src/shared/model/bundle-entry.ts';
import { consentEventFields } from '../../../../../src/shared/model/consent-event.ts';
import { contactFields } from '../../../../../src/shared/model/contact.ts';
import {
  followUpFields,
  meetingLogFields,
  promiseFields,
} from '../../../../../src/shared/model/meeting-log.ts';
import { officerFields } from '../../../../../src/shared/model/officer.ts';
import { relationshipFields } from '../../../../../src/shared/model/relationship.ts';

const SHAPES = {
  contact: contactFields.shape,
  relationship: relationshipFields.shape,
  'meeting-log': meetingLogFields.shape,
  promise: promiseFields.shape,
  'follow-up': followUpFields.shape,
  'consent-event': consentEventFields.shape,
  action: actionFields.shape,
  attachment: attachmentFields.shape,
  officer: officerFields.shape,
  'bundle-entry': bundleEntryFields.shape,
} as const;

const words: Words = {
  word: (vocabulary, value) => `${vocabulary}:${value}`,
  flag: (value) => (value ? 'yes' : 'no'),
  flagName: (name) => `flag:${name}`,
  date: (value) => `on ${value}`,
  instant: (value) => `at ${value}`,
  wallClock: (value) => `local ${value}`,
  number: (value) => String(value),
  bytes: (value) => `${String(value)} B`,
  language: (tag) => `lang ${tag}`,
  country: (code) => `in ${code}`,
  reference: (id) => (id === 'known' ? 'Amina' : null),
  somethingElse: (kind) => `some ${kind}`,
  join: (parts) => parts.join(' · '),
};

describe('field kinds', () => {
  it('knows every field of every record type, and no other', () => {
    const fields = (shapes: Readonly<Record<string, object>>): unknown =>
      Object.fromEntries(
        Object.entries(shapes).map(([type, shape]) => [type, Object.keys(shape).sort()]),
      );
    expect(fields(FIELD_KINDS)).toEqual(fields(SHAPES));
  });
});

describe('valueWords', () => {
  it('says a contact method with what is set on it, and not its identifier', () => {
    const value = [
      {
        id: 'x',
        kind: 'signal',
        value: '+254',
        safeHours: null,
        neverUse: true,
        preferred: false,
        note: null,
      },
    ];
    expect(valueWords(fieldKind('contact', 'methods'), value, words)).toEqual([
      'methodKind:signal · +254 · flag:neverUse',
    ]);
  });

  it('names a record that is known and says plainly when one is not', () => {
    expect(valueWords(fieldKind('action', 'subjectIds'), ['known', 'gone'], words)).toEqual([
      'Amina',
      'some record',
    ]);
  });

  it('gives no line where there is no value', () => {
    const kind = fieldKind('contact', 'notes');
    expect([null, '', undefined].map((value) => valueWords(kind, value, words))).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('shows a field of a later version as text', () => {
    expect(valueWords(fieldKind('contact', 'hatSize'), 'large', words)).toEqual(['large']);
  });

  it('never shows keys or sums as raw data', () => {
    expect(valueWords(fieldKind('officer', 'keys'), { signingKey: 'x' }, words)).toEqual([
      'some opaque',
    ]);
  });
});
