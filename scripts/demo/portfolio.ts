import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import { seededRandom } from './random.ts';
import { addActions } from './portfolio-actions.ts';
import { addConsents } from './portfolio-consents.ts';
import { addContacts, type MadeContact } from './portfolio-contacts.ts';
import { addImpact } from './portfolio-impact.ts';
import { addCustodies } from './portfolio-custody.ts';
import { addMeetings } from './portfolio-meetings.ts';
import { addPlans } from './portfolio-plans.ts';
import { addRelationships } from './portfolio-relationships.ts';
import { addRisk } from './portfolio-risk.ts';
import { addSteadyState } from './portfolio-steady.ts';
import { addTasks } from './portfolio-tasks.ts';
import type { Writing } from './portfolio-writing.ts';

export interface PortfolioOptions {
  /** Calendar date from which everything is counted back, ISO 8601. */
  readonly today: string;
  /** The same seed and date give the same content; only the vault's own identifiers differ. */
  readonly seed?: number;
  /** Meeting logs over the two years before today. */
  readonly meetings?: number;
  /** Writes a file for the vault to read once and gives the token for it. */
  readonly grantFile: (name: string, bytes: Uint8Array) => string;
  readonly onStep?: (step: string) => void;
}

export interface Portfolio {
  readonly contacts: readonly MadeContact[];
  readonly meetingIds: readonly string[];
}

/**
 * Fills an open vault, through its contract, with a portfolio of people who do not exist: contacts
 * in several scripts, two years of meetings, promises, follow-ups, consents of every kind and
 * actions of every type. Each contact bears the tag FICTIONAL and each text says so.
 */
export async function addPortfolio(
  ask: Client<Calls>,
  options: PortfolioOptions,
): Promise<Portfolio> {
  const { today, seed = 20_261_124, meetings = 320, grantFile, onStep = () => undefined } = options;
  const writing: Writing = { ask, random: seededRandom(seed), today, grantFile };
  onStep('contacts');
  const contacts = await addContacts(writing);
  onStep('relationships');
  await addRelationships(writing, contacts);
  onStep('consents');
  await addConsents(writing, contacts);
  onStep('meetings');
  const meetingIds = await addMeetings(writing, contacts, meetings);
  onStep('actions');
  await addActions(writing, contacts);
  onStep('plans');
  await addPlans(writing, contacts);
  onStep('incidents and risk');
  await addRisk(writing, contacts);
  onStep('steady state');
  await addSteadyState(writing);
  onStep('tasks');
  await addTasks(writing, contacts);
  onStep('reviews');
  await addImpact(writing);
  onStep('detentions');
  await addCustodies(writing, contacts);
  return { contacts, meetingIds };
}
