import type { ConsentDetails } from '../../src/shared/model/consent-event.ts';
import type { ConsentAudience, ConsentPurpose } from '../../src/shared/model/vocabulary/consent.ts';
import { must } from './must.ts';
import type { ConsentProfile } from './people.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';

/** Purposes agreed to at one time, and towards whom. */
type Grant = readonly [purposes: readonly ConsentPurpose[], audiences: readonly ConsentAudience[]];

const HOLD: Grant = [['hold-record', 'meet'], ['own-mission']];
const SHARE: Grant = [['share-inside-mission'], ['own-mission', 'other-posts']];
const CAPITAL: Grant = [['share-with-capital', 'statistics'], ['capital']];
const AUTHORITIES: Grant = [['private-approach'], ['authorities']];

const GRANTS: Record<ConsentProfile, readonly Grant[]> = {
  open: [
    HOLD,
    SHARE,
    CAPITAL,
    [
      ['private-approach', 'formal-demarche', 'attend-trial', 'visit-in-detention'],
      ['authorities'],
    ],
    [['private-approach'], ['company']],
    [['referral', 'share-with-ngo'], ['ngo']],
    [['share-with-un'], ['un']],
    [
      ['public-statement', 'use-of-name'],
      ['public', 'media'],
    ],
    [['meet', 'social-media', 'invitation-to-event', 'visit-workplace'], ['public']],
    [['local-press-release'], ['media']],
    [['share-with-like-minded'], ['like-minded-missions']],
  ],
  steady: [HOLD, SHARE, CAPITAL, AUTHORITIES],
  careful: [HOLD, SHARE],
  proxy: [HOLD, SHARE, [['visit-in-detention', 'attend-trial'], ['authorities']]],
  refused: [HOLD],
  withdrawn: [HOLD, SHARE, CAPITAL],
  expired: [HOLD],
  'not-asked': [HOLD],
  basis: [],
};

export async function addConsents(
  writing: Writing,
  contacts: readonly MadeContact[],
): Promise<void> {
  for (const [index, contact] of contacts.entries()) {
    const { consent } = contact;
    const details = detailsOf(writing, contacts, contact, index);
    for (const grant of GRANTS[consent]) await record(writing, contact.id, grant, details);
    const later = { ...details, proxy: null, givenBy: 'self' as const, reviewOn: null };
    if (consent === 'careful') {
      await record(writing, contact.id, [['public-statement', 'use-of-photo'], ['any']], {
        ...later,
        decision: 'refused',
        withheld: [],
      });
    }
    if (consent === 'refused') {
      await record(writing, contact.id, SHARE, { ...later, decision: 'refused' });
    }
    if (consent === 'withdrawn') {
      await record(writing, contact.id, SHARE, {
        ...later,
        decision: 'withdrawn',
        decidedOn: daysBefore(writing.today, 20),
        note: 'FICTIONAL: no longer wishes to be known outside this mission.',
      });
    }
    if (consent === 'steady' && index % 3 === 0) await addAgeing(writing, contact.id, later);
    if (consent === 'expired') {
      await record(writing, contact.id, SHARE, {
        ...later,
        decidedOn: daysBefore(writing.today, 500),
        expiresOn: daysBefore(writing.today, 40),
      });
    }
  }
}

/**
 * Consent as it ages: to visit at work, given for a year and renewed when it was about to lapse; to
 * be invited, given and lapsed since; to be photographed, about to lapse, with something to be kept
 * from somebody.
 */
async function addAgeing(
  writing: Writing,
  contactId: string,
  details: ConsentDetails,
): Promise<void> {
  const on = (daysAgo: number, lastsDays: number): Partial<ConsentDetails> => ({
    decidedOn: daysBefore(writing.today, daysAgo),
    expiresOn: daysBefore(writing.today, daysAgo - lastsDays),
    conditions: '',
  });
  const visit: Grant = [['visit-workplace'], ['public']];
  const first = await record(writing, contactId, visit, { ...details, ...on(400, 365) });
  const renewal = { ...details, ...on(40, 365), conditions: 'Not in an election week.' };
  await record(writing, contactId, visit, renewal, first);
  await record(writing, contactId, [['invitation-to-event'], ['public']], {
    ...details,
    ...on(200, 190),
  });
  await record(writing, contactId, [['use-of-photo'], ['media']], {
    ...details,
    ...on(100, 112),
    withholdings: [
      {
        id: KEPT_BACK_ID,
        what: 'Pictures that show the family',
        fromWhom: 'Everybody outside the mission',
        reason: 'FICTIONAL: a cousin was followed after an article.',
      },
    ],
  });
}

/** Names one of a list inside a record: unique there, and the same in every run. */
const KEPT_BACK_ID = '0199a1c2-0000-7000-8000-00000000c0de';

function detailsOf(
  { today, random }: Writing,
  contacts: readonly MadeContact[],
  contact: MadeContact,
  index: number,
): ConsentDetails {
  const byProxy = contact.consent === 'proxy';
  const decidedOn = daysBefore(today, byProxy ? 45 : 380 - index * 5);
  const [proxy] = contacts;
  return {
    decision: 'given',
    decidedOn,
    givenBy: byProxy ? 'proxy' : 'self',
    proxy:
      byProxy && proxy !== undefined
        ? {
            contactId: proxy.id,
            name: null,
            relation: 'lawyer',
            reachedHow: 'FICTIONAL: in person, at the court.',
            whyNotSelf: 'FICTIONAL: in detention; no visit allowed yet.',
          }
        : null,
    how: random.pick(['in-person', 'in-person', 'secure-message', 'through-interpreter'] as const),
    language: contact.language,
    interpreter: contact.language === 'am' ? 'Interpreter of the embassy' : null,
    conditions: index % 6 === 1 ? 'Not before the verdict.' : '',
    withheld: contact.consent === 'careful' ? ['photo', 'contact-methods', 'locality'] : [],
    expiresOn: index % 7 === 3 ? daysBefore(today, -300) : null,
    reviewOn: index % 5 === 0 ? daysBefore(today, -30 - index) : null,
    note: 'FICTIONAL',
    withholdings: null,
  };
}

async function record(
  { ask }: Writing,
  contactId: string,
  [purposes, audiences]: Grant,
  details: ConsentDetails,
  renews: readonly string[] = [],
): Promise<readonly string[]> {
  const recorded = await ask.consents.record({
    contactId,
    purposes: [...purposes],
    audiences: [...audiences],
    details,
    renews: [...renews],
  });
  return must(recorded, 'consent').ids;
}
