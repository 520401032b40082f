import type { StandingRow } from '../../shared/contract/consents.ts';
import {
  BRIEF_CONSENT_STATES,
  BRIEF_MEETINGS,
  type ContactBrief,
} from '../../shared/model/brief.ts';
import { CLOSE_TYPES, closeAs } from '../../shared/model/close-ones.ts';
import { displayName, type Contact } from '../../shared/model/contact.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import type { RiskAssessment } from '../../shared/model/risk-assessment.ts';
import { newestAssessment } from '../../shared/model/risk-level.ts';
import type { ReadStore } from '../db/store.ts';
import type { Portfolio } from '../handover/portfolio.ts';
import { contactLabels } from '../store/labels.ts';
import { briefDates } from './brief-dates.ts';
import { recordsByContact, type OfContact } from './brief-records.ts';
import type { BriefScope } from './brief-scope.ts';
import { standingRows } from './consent-rows.ts';

type Labels = ReadonlyMap<string, string>;

/** The briefs of a portfolio's contacts, in the order of the scope. */
export function briefsOf(
  store: ReadStore,
  portfolio: Portfolio,
  scope: BriefScope,
  today: string,
): ContactBrief[] {
  const recordsOf = recordsByContact(portfolio, scope, today);
  // Only of records that the brief tells of, and such a record names nobody who is not to be named.
  const labels = contactLabels(store, [
    ...portfolio.relationships
      .filter(({ id }) => scope.has('relationship', id))
      .flatMap((one) => contactsNamed('relationship', one)),
    ...portfolio.meetingLogs
      .filter(({ id }) => scope.has('meeting-log', id))
      .flatMap((one) => contactsNamed('meeting-log', one)),
  ]);
  return scope.contactIds.flatMap((id) => {
    const contact = scope.contact(id);
    return contact === null ? [] : [briefOf(contact, recordsOf(id), scope, labels, today)];
  });
}

function briefOf(
  contact: Contact,
  records: OfContact,
  scope: BriefScope,
  labels: Labels,
  today: string,
): ContactBrief {
  const { codeName, profession, locality, country, coverPhrase, notToRaise } = contact;
  const { languages, riskGroups } = contact;
  const standings = standingRows(records.events, today);
  const label = displayName(contact);
  const assessment = newestAssessment(records.assessments);
  return {
    contactId: contact.id,
    label,
    otherNames: contact.names.map(({ text }) => text).filter((text) => text !== label),
    ...{ codeName, profession, locality, country, coverPhrase, notToRaise, languages, riskGroups },
    methods: contact.methods
      .map(({ id: _id, ...method }) => method)
      .sort((a, b) => Number(b.preferred) - Number(a.preferred)),
    ...tiesOf(contact.id, records, labels, today),
    withholdings: distinctWithholdings(standings),
    meetings: records.meetings.slice(0, BRIEF_MEETINGS).map((log) => {
      const { startedAt, timeZone, channel, place, title, said, told, participants } = log;
      const present = participants
        .filter((one) => one.contactId !== contact.id)
        .map((one) => one.name ?? labels.get(one.contactId ?? '') ?? '')
        .filter((name) => name !== '');
      return { startedAt, timeZone, channel, place, title, said, told, present };
    }),
    promises: records.promises
      .filter(({ state }) => state === 'open')
      .map(({ text, dueOn }) => ({ text, dueOn }))
      .sort(soonestDueFirst),
    dates: briefDates(contact, records, standings, today),
    consents: standings.flatMap(
      ({ purpose, audience, state, decidedOn, expiresOn, conditions }) => {
        const known = BRIEF_CONSENT_STATES.find((one) => one === state);
        if (known === undefined) return [];
        return { purpose, audience, state: known, decidedOn, until: expiresOn, conditions };
      },
    ),
    risk: {
      level: contact.riskLevel,
      assessment: assessment === null ? null : assessed(assessment),
    },
    actions: records.actions
      .filter(({ status }) => status === 'planned' || status === 'in-progress')
      .map(({ type, title, status, dueOn, owner }) => ({ type, title, status, dueOn, owner }))
      .sort(soonestDueFirst),
    leftOut: [...scope.leftOut(contact.id)],
  };
}

/** Who introduced them to us, and who can be asked in their stead. */
function tiesOf(
  contactId: string,
  { relationships }: OfContact,
  labels: Labels,
  today: string,
): Pick<ContactBrief, 'introducedBy' | 'close'> {
  const ties = relationships.map((relationship) => {
    const { fromContactId, toContactId, note, type } = relationship;
    const side = fromContactId === contactId ? ('from' as const) : ('to' as const);
    const label = labels.get(side === 'from' ? toContactId : fromContactId) ?? '';
    return { label, note, type, side, close: closeAs(relationship, side, today) };
  });
  return {
    // Read "from was introduced by to".
    introducedBy: ties
      .filter(({ type, side }) => type === 'introduced-by' && side === 'from')
      .map(({ label, note }) => ({ label, note })),
    close: CLOSE_TYPES.flatMap((type) =>
      ties.filter(({ close }) => close === type).map(({ label, note }) => ({ label, note, type })),
    ),
  };
}

/** What is to be kept from somebody by a consent that is live; one form records it for many. */
function distinctWithholdings(standings: readonly StandingRow[]): ContactBrief['withholdings'] {
  const all = standings
    .filter(({ state }) => state === 'live')
    .flatMap(({ withholdings }) => withholdings ?? [])
    .map(({ what, fromWhom, reason }) => ({ what, fromWhom, reason }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function assessed(assessment: RiskAssessment): ContactBrief['risk']['assessment'] {
  const { assessedOn, trend, ratings, triggers, mitigations, safetyPlan } = assessment;
  const gravity = ({ likelihood, severity }: (typeof ratings)[number]): number =>
    likelihood * severity;
  return {
    ...{ assessedOn, trend, triggers, mitigations, safetyPlan },
    ratings: [...ratings].sort((a, b) => gravity(b) - gravity(a)),
  };
}

function soonestDueFirst(
  a: { readonly dueOn: string | null },
  b: { readonly dueOn: string | null },
): number {
  return (a.dueOn ?? '9999-99-99').localeCompare(b.dueOn ?? '9999-99-99');
}
