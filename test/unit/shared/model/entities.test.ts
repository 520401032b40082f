import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { consentOverride } from '../../../../src/shared/model/action.ts';
import { attachmentFields } from '../../../../src/shared/model/attachment.ts';
import { consentEventFields } from '../../../../src/shared/model/consent-event.ts';
import {
  contactFields,
  displayName,
  emptyContactFields,
  peacefulMeans,
} from '../../../../src/shared/model/contact.ts';
import { participant } from '../../../../src/shared/model/meeting-log.ts';
import { officerKeys } from '../../../../src/shared/model/officer.ts';
import { relationshipFields } from '../../../../src/shared/model/relationship.ts';
import { consentEvent, contact, uuid } from './records.ts';

/** What a schema holds against a value: `path: message`, empty where it is taken. */
function objections(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

const fieldsOf = <R extends { id: string }>({ id: _, ...fields }: R) => fields;

describe('contact', () => {
  it('takes a person with one name and refuses one without a name', () => {
    expect([
      objections(contactFields, fieldsOf(contact(1))),
      contactFields.safeParse(emptyContactFields()).success,
    ]).toEqual([[], false]);
  });

  it('refuses a field it does not know', () => {
    expect(contactFields.safeParse({ ...fieldsOf(contact(1)), secret: 'x' }).success).toBe(false);
  });

  it('shows the primary name, wherever it stands in the list, else the first', () => {
    const name = (kind: 'primary' | 'alias', text: string) =>
      ({ id: uuid(1), kind, text, script: null }) as const;
    expect([
      displayName({ names: [name('alias', 'Abu S.'), name('primary', 'Samir')] }),
      displayName({ names: [name('alias', 'Abu S.')] }),
      displayName({ names: [] }),
    ]).toEqual(['Samir', 'Abu S.', '']);
  });

  it('asks when and on what ground a finding on peaceful means was made', () => {
    const bare = { assessedBy: null, assessedOn: null, ground: '' };
    expect({
      met: objections(peacefulMeans, { ...bare, status: 'met' }),
      notMet: objections(peacefulMeans, { ...bare, status: 'not-met' }),
      underReview: objections(peacefulMeans, { ...bare, status: 'under-review' }),
    }).toEqual({
      met: ['assessedOn: required-with-finding', 'ground: required-with-finding'],
      notMet: ['assessedOn: required-with-finding', 'ground: required-with-finding'],
      underReview: [],
    });
  });
});

describe('relationship', () => {
  const tie = {
    fromContactId: uuid(1),
    toContactId: uuid(2),
    type: 'lawyer-of',
    since: '2026-01-01',
    until: '2026-02-01',
    note: '',
  };
  it('joins two different contacts and ends after it began', () => {
    expect([
      objections(relationshipFields, tie),
      objections(relationshipFields, { ...tie, toContactId: uuid(1) }),
      objections(relationshipFields, { ...tie, until: '2025-12-31' }),
    ]).toEqual([[], ['toContactId: same-contact'], ['until: ends-before-start']]);
  });
});

describe('consent event', () => {
  const proxy = {
    contactId: null,
    name: 'Amal',
    relation: 'family',
    reachedHow: 'By phone',
    whyNotSelf: 'Held incommunicado',
  };
  const against = (change: object) =>
    objections(consentEventFields, { ...fieldsOf(consentEvent(1)), ...change });

  it('says who spoke for a defender who could not be reached, how and why', () => {
    expect({
      without: against({ givenBy: 'proxy' }),
      withSelf: against({ proxy }),
      nameless: against({ givenBy: 'proxy', proxy: { ...proxy, name: null } }),
      whole: against({ givenBy: 'proxy', proxy }),
    }).toEqual({
      without: ['proxy: proxy-required'],
      withSelf: ['proxy: proxy-with-self'],
      nameless: ['proxy.name: contact-or-name'],
      whole: [],
    });
  });

  it('refuses a proxy without a word on how they were reached', () => {
    expect(against({ givenBy: 'proxy', proxy: { ...proxy, reachedHow: ' ' } })).toHaveLength(1);
  });

  it('neither lapses nor is reviewed before it was given', () => {
    expect(against({ expiresOn: '2026-02-28', reviewOn: '2026-02-28' })).toEqual([
      'expiresOn: before-decision',
      'reviewOn: before-decision',
    ]);
  });
});

describe('override of the gate', () => {
  const override = {
    reason: 'Risk to life',
    authorisedBy: 'Head of mission',
    defenderUnreachable: true,
    secondName: 'Deputy',
    at: '2026-06-01T08:00:00.000Z',
  };
  it('asks for a second, different name when the defender could not be reached', () => {
    expect({
      two: objections(consentOverride, override),
      none: objections(consentOverride, { ...override, secondName: null }),
      same: objections(consentOverride, { ...override, secondName: 'HEAD OF MISSION ' }),
      reached: objections(consentOverride, {
        ...override,
        secondName: null,
        defenderUnreachable: false,
      }),
    }).toEqual({
      two: [],
      none: ['secondName: second-name-required'],
      same: ['secondName: second-name-required'],
      reached: [],
    });
  });

  it('asks for a reason', () => {
    expect(objections(consentOverride, { ...override, reason: '  ' })).toHaveLength(1);
  });
});

describe('other records', () => {
  it('takes a participant known by contact or by name, and not one known by neither', () => {
    const role = 'defender';
    expect([
      objections(participant, { contactId: uuid(1), name: null, role }),
      objections(participant, { contactId: null, name: 'Amal', role }),
      objections(participant, { contactId: null, name: ' ', role }),
    ]).toEqual([[], [], ['name: contact-or-name']]);
  });

  it('takes only media types in their plain form and sizes within the limit', () => {
    const file = {
      ownerType: 'contact',
      ownerId: uuid(1),
      sha256: 'a'.repeat(64),
      name: 'photo.jpg',
      mediaType: 'image/jpeg',
      sizeBytes: 1,
    };
    expect(
      [{}, { mediaType: 'text/html; charset=x' }, { sizeBytes: 21 * 1024 * 1024 }].map(
        (change) => objections(attachmentFields, { ...file, ...change }).length,
      ),
    ).toEqual([0, 1, 1]);
  });

  it('takes no secret key in the place of a public one', () => {
    const keys = {
      ageRecipient: 'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq',
      ageHybridRecipient: 'age1pq1qqq',
      signingKey: `${'A'.repeat(43)}=`,
    };
    expect([
      objections(officerKeys, keys).length,
      objections(officerKeys, { ...keys, ageRecipient: `AGE-SECRET-KEY-1${'Q'.repeat(58)}` })
        .length,
    ]).toEqual([0, 1]);
  });
});
