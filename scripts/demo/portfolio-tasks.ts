import type { DirectoryEntry } from '../../src/shared/model/contact.ts';
import type { ActionParticulars } from '../../src/shared/model/particulars.ts';
import { must } from './must.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL, inWords } from './texts.ts';

/** What organisations of the demo offer, by their type. */
const OFFERS: Readonly<Partial<Record<string, Omit<DirectoryEntry, 'note'>>>> = {
  ngo: {
    services: ['legal-aid', 'practical-help', 'emergency-funding', 'training'],
    coverage: 'Whoever is before a court of Orvania (fictional)',
    howToReach: 'Duty lawyer, day and night (fictional)',
  },
  cso: {
    services: ['digital-security', 'risk-analysis', 'security-strategy', 'advocacy'],
    coverage: 'Journalists and those who work by the water (fictional)',
    howToReach: 'By appointment, through their office (fictional)',
  },
};

const OWN_TASKS = ['Bring the phone that was promised', 'Ask after the lawyer', 'Send the map'];

/**
 * The directory of help, recommendations of a review in different states, and tasks: steps that
 * were settled, one in an officer's own words, and tasks that nobody's timeline asks for.
 */
export async function addTasks(writing: Writing, contacts: readonly MadeContact[]): Promise<void> {
  for (const contact of contacts) await listInDirectory(writing, contact);
  const subject = contacts.find(({ consent, kind }) => consent === 'open' && kind === 'person');
  if (subject === undefined) throw new Error('nobody agreed to be spoken of at the UN');
  await addReview(writing, subject);
  await settleSome(writing);
  for (const [index, text] of OWN_TASKS.entries()) {
    const fields = {
      text,
      dueOn: daysBefore(writing.today, 3 - 4 * index),
      assignedTo: index === 0 ? 'Human rights officer' : null,
      actionId: null,
      contactId: contacts[index]?.id ?? null,
    };
    must(await writing.ask.tasks.save({ id: null, fields }), 'task');
  }
}

async function listInDirectory({ ask }: Writing, contact: MadeContact): Promise<void> {
  const offer = OFFERS[contact.organisationType ?? ''];
  if (offer === undefined) return;
  const page = must(await ask.contacts.page({ id: contact.id }), 'organisation');
  const { id, ...fields } = page.contact;
  const directory = { ...offer, services: [...offer.services], note: FICTIONAL };
  must(await ask.contacts.save({ id, fields: { ...fields, directory } }), 'directory');
}

/** Two recommendations of one review, made and answered: one accepted, one only noted. */
async function addReview({ ask, today }: Writing, subject: MadeContact): Promise<void> {
  for (const stateResponse of ['accepted', 'noted'] as const) {
    const particulars: ActionParticulars = {
      type: 'upr-recommendation',
      cycle: 4,
      stateUnderReview: null,
      text:
        stateResponse === 'accepted'
          ? 'FICTIONAL: train judges in the rights of defenders.'
          : 'FICTIONAL: repeal the article on false news.',
      stateResponse,
      adoptedOn: daysBefore(today, 150),
      followUp: '',
    };
    const saved = await ask.actions.save({
      id: null,
      fields: {
        type: 'upr-recommendation',
        title: stateResponse === 'accepted' ? 'On judges' : 'On the article on false news',
        audience: 'un',
        owner: 'Human rights officer',
        dueOn: daysBefore(today, 270),
        subjectIds: [subject.id],
        detail: FICTIONAL,
        doneOn: daysBefore(today, 270),
        outcome: '',
        particulars,
      },
    });
    const { id } = must(saved, 'recommendation');
    must(await ask.actions.move({ id, status: 'done', override: null }), 'recommendation made');
    const told = { actionId: id, step: 'tell-response', text: 'Tell them what the state answered' };
    must(await ask.tasks.settle({ task: told, state: 'done' }), 'settled');
  }
}

/** Of the steps that are late, every other one was done; the first that is not has other words. */
async function settleSome({ ask, today }: Writing): Promise<void> {
  const late = must(await ask.tasks.list({ until: today, states: ['open'] }), 'tasks').filter(
    ({ step, id }) => step !== null && id === null,
  );
  for (const [index, row] of late.entries()) {
    const task = {
      actionId: row.action?.id ?? '',
      step: row.step ?? '',
      text: `FICTIONAL: ${inWords(row.step ?? '')}`,
    };
    if (index % 2 === 0) must(await ask.tasks.settle({ task, state: 'done' }), 'settled');
    else if (index === 1) {
      const words = { text: 'FICTIONAL: ask her sister first', assignedTo: 'Second secretary' };
      must(await ask.tasks.reviseStep({ task, ...words }), 'reworded');
    }
  }
}
