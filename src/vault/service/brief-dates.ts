import { isCallBackStep } from '../../shared/model/call-back.ts';
import { nextContactDue, rhythmOf } from '../../shared/model/cadence.ts';
import type { ContactBrief } from '../../shared/model/brief.ts';
import type { Contact } from '../../shared/model/contact.ts';
import { PLANNED_CONTACT_STEP } from '../../shared/model/planned-contact.ts';
import { newestAssessment } from '../../shared/model/risk-level.ts';
import type { StandingRow } from '../../shared/contract/consents.ts';
import type { OfContact } from './brief-records.ts';

type BriefDate = ContactBrief['dates'][number];

/**
 * What comes next with a contact: when to see them, days in court, what is to be done, what is to be
 * asked again. All of it is worked out from what the brief may tell: the rhythm of a contact would
 * give away a level of risk, and the day of a meeting, that are left out.
 */
export function briefDates(
  contact: Contact,
  records: OfContact,
  standings: readonly StandingRow[],
  today: string,
): BriefDate[] {
  const { meetings, hearings, visits, followUps, tasks, plans, assessments, events } = records;
  const planned = tasks.filter(
    ({ step, state }) => step === PLANNED_CONTACT_STEP && state === 'open',
  );
  const rhythmOn = nextContactDue(
    meetings[0]?.startedAt.slice(0, 10) ?? null,
    rhythmOf(contact)?.everyDays ?? null,
  );
  const assessment = newestAssessment(assessments);
  const live = standings.filter(({ state }) => state === 'live');
  const reviewOn = new Map(events.map((event) => [event.id, event.reviewOn]));
  const dates: BriefDate[] = [
    ...(planned.length > 0
      ? planned.map(({ dueOn, text }) => date('next-contact', dueOn, { text }))
      : rhythmOn === null
        ? []
        : [date('next-contact', rhythmOn)]),
    ...hearings
      .filter(({ status, startsAt }) => status === 'scheduled' && startsAt >= today)
      .map(({ startsAt, timeZone, title, court, room }) =>
        date('hearing', startsAt.slice(0, 10), {
          ...{ time: startsAt.slice(11), timeZone },
          text: [title, court, room].filter((part) => part !== null).join(', '),
        }),
      ),
    ...visits
      .filter(({ status, visitOn }) => status === 'granted' && visitOn !== null && visitOn >= today)
      .map(({ visitOn, visitors }) => date('detention-visit', visitOn, { text: visitors })),
    ...followUps
      .filter(({ state }) => state === 'open')
      .map(({ dueOn, text }) => date('follow-up', dueOn, { text })),
    ...tasks
      .filter(({ step, state }) => state === 'open' && !isOfItsOwn(step))
      .map(({ dueOn, text }) => date('task', dueOn, { text })),
    ...live.flatMap(({ expiresOn, purpose }) =>
      expiresOn === null ? [] : [date('consent-expiry', expiresOn, { purpose })],
    ),
    ...live.flatMap(({ eventId, purpose }) => {
      const on = reviewOn.get(eventId) ?? null;
      return on === null ? [] : [date('consent-review', on, { purpose })];
    }),
    ...(assessment === null || assessment.reviewOn === null
      ? []
      : [date('risk-review', assessment.reviewOn)]),
    ...plans
      .filter(({ state, reviewOn: on }) => state === 'open' && on !== null)
      .map(({ reviewOn: on, title }) => date('plan-review', on, { text: title })),
  ];
  return dates.sort(soonestFirst);
}

/** A contact to be made has an entry of its own; what a withdrawal called back is its sender's to do. */
function isOfItsOwn(step: string | null): boolean {
  return step === PLANNED_CONTACT_STEP || isCallBackStep(step);
}

function date(
  kind: BriefDate['kind'],
  on: string | null,
  more: Partial<Omit<BriefDate, 'kind' | 'on'>> = {},
): BriefDate {
  return { kind, on, time: null, timeZone: null, text: null, purpose: null, ...more };
}

function soonestFirst(a: BriefDate, b: BriefDate): number {
  const order = ({ on, time }: BriefDate): string => `${on ?? '9999-99-99'} ${time ?? ''}`;
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;
}
