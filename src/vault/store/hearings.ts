import { and, eq, gte, lt } from 'drizzle-orm';
import type { Hearing } from '../../shared/model/hearing.ts';
import { hearing } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

export function findHearing(store: ReadStore, id: string): Hearing | null {
  return store.orm.select().from(hearing).where(eq(hearing.id, id)).get() ?? null;
}

/** Hearings that begin on these days, both among them, at the place of the court; soonest first. */
export function hearingsBetween(store: ReadStore, from: string, to: string): Hearing[] {
  return (
    store.orm
      .select()
      .from(hearing)
      // 'U' follows the 'T' of a wall-clock time: the whole of the last day.
      .where(and(gte(hearing.startsAt, from), lt(hearing.startsAt, `${to}U`)))
      .orderBy(hearing.startsAt, hearing.id)
      .all()
  );
}

/** Every hearing of a contact, soonest first. */
export function hearingsOf(store: ReadStore, contactId: string): Hearing[] {
  return store.orm
    .select()
    .from(hearing)
    .where(eq(hearing.contactId, contactId))
    .orderBy(hearing.startsAt, hearing.id)
    .all();
}

/** The hearings that were of this detention. */
export function hearingsOfCustody(store: ReadStore, custodyId: string): Hearing[] {
  return store.orm
    .select()
    .from(hearing)
    .where(eq(hearing.custodyId, custodyId))
    .orderBy(hearing.id)
    .all();
}

/** The hearings that name this one as the one before. */
export function hearingsAfter(
  store: ReadStore,
  previous: Pick<Hearing, 'id' | 'contactId'>,
): Hearing[] {
  return hearingsOf(store, previous.contactId).filter(
    ({ previousId }) => previousId === previous.id,
  );
}
