import { sql } from 'drizzle-orm';
import type { ReadStore } from '../db/store.ts';

/** Something to do by a day, in the words of its record, and whom it is about. */
export interface Due {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly contactIds: readonly string[];
}

/** Open follow-ups due by a day, and those without a day. */
export function followUpsDue(
  store: ReadStore,
  until: string,
): (Due & { readonly meetingLogId: string })[] {
  const found = store.orm.all<{
    id: string;
    text: string;
    dueOn: string | null;
    contactId: string | null;
    meetingLogId: string;
  }>(sql`
    SELECT id, text, due_on AS dueOn, contact_id AS contactId, meeting_log_id AS meetingLogId
    FROM follow_up WHERE state = 'open' AND (due_on IS NULL OR due_on <= ${until})`);
  return found.map(({ contactId, ...rest }) => ({
    ...rest,
    contactIds: contactId === null ? [] : [contactId],
  }));
}

/** Actions not yet done or cancelled that are to be done by a day. */
export function actionsDue(store: ReadStore, until: string): Due[] {
  return withSubjects(
    store.orm.all(sql`
      SELECT id, title AS text, due_on AS dueOn, subject_ids AS subjectIds FROM action
      WHERE status IN ('planned', 'in-progress') AND due_on <= ${until}`),
  );
}

/** Open plans to be looked at again by a day. */
export function planReviewsDue(store: ReadStore, until: string): Due[] {
  return withSubjects(
    store.orm.all(sql`
      SELECT id, title AS text, review_on AS dueOn, subject_ids AS subjectIds FROM plan
      WHERE state = 'open' AND review_on <= ${until}`),
  );
}

interface WithSubjects {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  /** A JSON list. */
  readonly subjectIds: string;
}

function withSubjects(found: readonly WithSubjects[]): Due[] {
  return found.map(({ subjectIds, ...rest }) => ({
    ...rest,
    contactIds: JSON.parse(subjectIds) as string[],
  }));
}
