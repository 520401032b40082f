import type { ActionParticulars } from '../../src/shared/model/particulars.ts';
import { particularsFrom } from '../../src/shared/model/particulars-start.ts';
import type { ActionType } from '../../src/shared/model/vocabulary/action.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore } from './portfolio-writing.ts';

export interface Concerned {
  readonly subject: MadeContact;
  readonly organisation: MadeContact;
  readonly company: MadeContact;
  readonly today: string;
}

/** What a demo action of a type has of its own; instruction and clearance are always there. */
export function demoParticulars(type: ActionType, concerned: Concerned): ActionParticulars {
  return particularsFrom(type, { ...ofEveryType(concerned), ...OF_ONE_TYPE[type] });
}

/** Values by field name: each type takes those that it has. */
function ofEveryType({ subject, organisation, company, today }: Concerned): object {
  return {
    approached: 'Adviser to the regulator (fictional)',
    raisedBy: 'Head of mission',
    instructionReference: 'FICTIONAL TELNO 112',
    instructedOn: daysBefore(today, 30),
    textFromCapital: 'FICTIONAL: ask for the date of the appeal, and that the family may attend.',
    deliveredTo: 'Foreign ministry, desk officer (fictional)',
    languages: ['en', subject.language],
    text: 'FICTIONAL: we admire those who speak up peacefully, and ask that they be heard.',
    clearedBy: 'Head of mission',
    clearedOn: daysBefore(today, 12),
    mayBeNamedIds: [subject.id],
    publishedWhere: 'Website of the mission (fictional)',
    outlet: 'Valley Radio (fictional)',
    account: '@fictional-mission',
    court: 'Regional court of Halmere (fictional)',
    caseReference: 'F-77/2026',
    place: 'Halmere (fictional)',
    authority: 'Regional prison service (fictional)',
    heldOn: daysBefore(today, -9),
    organiser: organisation.name,
    topic: 'Safe work in remote valleys',
    event: 'Reception for human rights day',
    host: 'The mission',
    award: 'Certificate of the mission',
    organisationId: organisation.id,
    funding: 'Small grants fund',
    training: 'Safe phones, two days',
    from: daysBefore(today, 60),
    until: daysBefore(today, -60),
    companyId: company.id,
    guidingPrinciples: [13, 18, 22],
    commitment: 'Women defenders are heard before talks begin',
    activity: 'FICTIONAL: a round table before the regional talks.',
    services: ['practical-help', 'risk-analysis', 'security-strategy'],
    shared: 'FICTIONAL: name and a safe way to reach them, as they agreed.',
    referredOn: daysBefore(today, 20),
    body: 'Human Rights Council',
    symbol: 'A/HRC/00/L.0 (fictional)',
    coSponsored: true,
    cycle: 4,
    mandate: 'Special Rapporteur on the situation of human rights defenders',
    sentOn: daysBefore(today, 40),
    mechanism: 'Human Rights Council',
    reportedTo: 'Assistant Secretary-General for Human Rights',
    reportedOn: daysBefore(today, 15),
    standard: 'UN Guiding Principles on Business and Human Rights',
  };
}

/** Where one type says something else under the same name. */
const OF_ONE_TYPE: Readonly<Partial<Record<ActionType, object>>> = {
  'company-approach': { level: 'senior', approached: 'Chief executive (fictional)' },
  'senior-approach': { level: 'ministerial' },
  'upr-recommendation': {
    text: 'FICTIONAL: let associations register without delay.',
    stateResponse: 'noted',
  },
};
