import { must } from './must.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL } from './texts.ts';

/** So many of those gone quiet were tried, and of those overdue have a contact planned. */
const TRIED = 3;
const PLANNED = 3;

/**
 * What officers did about silence and lateness: attempts that nobody answered, and contacts planned.
 * Who is quiet, remote or late follows from the meetings.
 */
export async function addSteadyState({ ask, today }: Writing): Promise<void> {
  const quiet = must(await ask.rhythm.overview({ filter: 'quiet', limit: TRIED }), 'quiet');
  for (const [index, { id }] of quiet.rows.entries()) {
    for (let attempt = 0; attempt <= index; attempt += 1) {
      const on = daysBefore(today, 1 + 3 * attempt);
      const arg = { contactId: id, on, text: `No answer. ${FICTIONAL}` };
      must(await ask.rhythm.noteAttempt(arg), 'attempt');
    }
  }
  const late = must(await ask.rhythm.overview({ filter: 'overdue', limit: PLANNED }), 'overdue');
  for (const [index, { id }] of late.rows.entries()) {
    const on = daysBefore(today, -(2 + 3 * index));
    const arg = { contactId: id, on, text: `See them where they work. ${FICTIONAL}` };
    must(await ask.rhythm.plan(arg), 'plan');
  }
}
