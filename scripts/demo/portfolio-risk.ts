import type { calls } from '../../src/shared/contract/contract.ts';
import type { ArgOf } from '../../src/shared/contract/define.ts';
import type { RiskRating } from '../../src/shared/model/risk-assessment.ts';
import { RISK_LEVELS, type RiskLevel } from '../../src/shared/model/vocabulary/contact.ts';
import { ACT_RISK, type IncidentAct } from '../../src/shared/model/vocabulary/incident.ts';
import { NINE_RISKS, RISK_BEARERS } from '../../src/shared/model/vocabulary/risk.ts';
import { must } from './must.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL, PLACES } from './texts.ts';

type IncidentFields = ArgOf<typeof calls.incidents.save>['fields'];

/** How many incidents, and how many assessments, whoever is at this level has. */
const HOW_MANY: Readonly<Record<RiskLevel, readonly [incidents: number, assessments: number]>> = {
  extreme: [7, 4],
  high: [4, 3],
  medium: [2, 2],
  low: [0, 1],
};

/** What is done, in the order in which it often grows worse, each with a title. */
const COURSE: readonly (readonly [act: IncidentAct, title: string])[] = [
  ['stigmatising-statement', 'Called an agent of foreigners'],
  ['surveillance', 'Followed home by two men'],
  ['digital-attack', 'Account taken over'],
  ['other-threat', 'Told to stop, at the market'],
  ['raid-or-search', 'Office searched at night'],
  ['arrest-or-detention', 'Held for a day without a charge'],
  ['death-threat', 'Letter with a bullet'],
];

/** Incidents in chains and assessments over two years, for everyone with a level of risk. */
export async function addRisk(writing: Writing, contacts: readonly MadeContact[]): Promise<void> {
  for (const [index, contact] of contacts.entries()) {
    if (contact.risk === null) continue;
    const [incidents, assessments] = HOW_MANY[contact.risk];
    let followsId: string | null = null;
    for (let each = 0; each < incidents; each += 1) {
      const fields = incident(writing, contact, { each, of: incidents, followsId });
      const { id } = must(await writing.ask.incidents.save({ id: null, fields }), 'incident');
      // Every third begins a chain of its own.
      followsId = each % 3 === 2 ? null : id;
      if (each === 0 && index % 5 === 0) await addEvidence(writing, id, index);
    }
    for (let each = 0; each < assessments; each += 1) {
      const fields = assessment(writing, contact, contact.risk, { each, of: assessments });
      must(await writing.ask.risks.save({ id: null, fields }), 'assessment');
    }
  }
}

interface Place {
  readonly each: number;
  readonly of: number;
}

function incident(
  { random, today }: Writing,
  { id: contactId, kind }: MadeContact,
  { each, of, followsId }: Place & { readonly followsId: string | null },
): IncidentFields {
  const at = Math.min(
    COURSE.length - 1,
    Math.floor((each / of) * COURSE.length) + random.between(0, 2),
  );
  const [act, title] = COURSE[at] ?? ['other', 'Other'];
  const daysAgo = Math.round(((of - each - random.next()) * 660) / of) + 4;
  const occurredOn = daysBefore(today, daysAgo);
  const onFamily = kind === 'person' && random.chance(0.25);
  const impunity = daysAgo > 120 && random.chance(0.5);
  return {
    title,
    act,
    risk: ACT_RISK[act],
    occurredOn,
    precision: random.pick(['exact', 'exact', 'approximate', 'day-unknown'] as const),
    endedOn: null,
    place: random.pick(PLACES),
    country: null,
    victims: [
      {
        id: random.uuid(),
        contactId,
        name: null,
        bearer: kind === 'person' ? (onFamily ? 'family' : 'defender') : 'community',
      },
    ],
    perpetrators: [
      {
        id: random.uuid(),
        contactId: null,
        name: null,
        type: random.pick(['unknown', 'police', 'company', 'community'] as const),
      },
    ],
    description: FICTIONAL,
    sourceType: random.pick(['victim', 'victim', 'witness', 'organisation', 'media'] as const),
    source: null,
    reliability: random.pick(['usually-reliable', 'fairly-reliable', 'cannot-be-judged'] as const),
    verification: random.pick(['unverified', 'partly-corroborated', 'verified'] as const),
    sensitivity: random.pick(['normal', 'normal', 'normal', 'sensitive'] as const),
    followsId,
    redress: impunity
      ? [
          step(random.uuid(), 'complaint', daysBefore(occurredOn, -6), 'pending'),
          step(random.uuid(), 'outcome', daysBefore(occurredOn, -70), 'no-action'),
        ]
      : [],
  };
}

function step(
  id: string,
  kind: IncidentFields['redress'][number]['kind'],
  on: string,
  result: IncidentFields['redress'][number]['result'],
): IncidentFields['redress'][number] {
  return { id, kind, on, authority: 'Office of the prosecutor', result, note: FICTIONAL };
}

/** The last of them has the level that the contact has; those before led there. */
function assessment(
  { random, today }: Writing,
  { id: contactId, kind }: MadeContact,
  level: RiskLevel,
  { each, of }: Place,
): ArgOf<typeof calls.risks.save>['fields'] {
  const isLast = each === of - 1;
  const daysAgo = isLast ? random.between(5, 60) : Math.round(600 - (each * 560) / of);
  const assessedOn = daysBefore(today, daysAgo);
  const reached = Math.max(0, RISK_LEVELS.indexOf(level) - (of - 1 - each));
  const bearers = kind === 'person' ? RISK_BEARERS : (['community'] as const);
  const ratings: RiskRating[] = NINE_RISKS.flatMap((risk) =>
    bearers
      .filter(() => random.chance(0.3))
      .map((bearer) => ({
        risk,
        bearer,
        likelihood: Math.min(5, reached + random.between(1, 2)),
        severity: Math.min(5, reached + random.between(1, 2)),
        note: null,
      })),
  );
  return {
    contactId,
    assessedOn,
    assessedBy: 'Human rights officer',
    level: RISK_LEVELS[reached] ?? level,
    trend: each === 0 ? 'steady' : isLast ? random.pick(['steady', 'rising'] as const) : 'rising',
    ratings,
    triggers: `The verdict; the anniversary of the protest. ${FICTIONAL}`,
    mitigations: 'Never travels alone; family knows whom to call.',
    safetyPlan: 'Calls the lawyer first, then the cover phrase to us. Bag packed at a friend’s.',
    reviewOn: daysBefore(assessedOn, -(level === 'extreme' || level === 'high' ? 45 : 120)),
  };
}

async function addEvidence({ ask, grantFile }: Writing, id: string, index: number): Promise<void> {
  const text = `${FICTIONAL}\n\nWhat a neighbour saw, taken down word for word (${index}).\n`;
  const file = grantFile(`fictional-statement-${index}.txt`, Buffer.from(text));
  must(await ask.attachments.add({ ownerType: 'incident', ownerId: id, file }), 'evidence');
}
