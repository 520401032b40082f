import { eq } from 'drizzle-orm';
import type { Officer } from '../../shared/model/officer.ts';
import { officer } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

export function findOfficer(store: ReadStore, id: string): Officer | null {
  return store.orm.select().from(officer).where(eq(officer.id, id)).get() ?? null;
}

/** Every officer whose card this vault holds, this vault's own included, in order of their ids. */
export function listOfficers(store: ReadStore): readonly Officer[] {
  return store.orm.select().from(officer).orderBy(officer.id).all();
}
