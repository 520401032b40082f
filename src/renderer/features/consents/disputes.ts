import type { ConsentEventRow, StandingRow } from '../../../shared/contract/consents.ts';
import type { ConsentAudience, ConsentPurpose } from '../../../shared/model/vocabulary/consent.ts';

/** A purpose of which posts heard different things, and what each heard, the newest first. */
export interface Dispute {
  readonly purpose: ConsentPurpose;
  readonly audiences: readonly ConsentAudience[];
  readonly heard: readonly ConsentEventRow[];
}

/** What is disputed, each disagreement once for all the audiences that it is about. */
export function disputesOf(
  standing: readonly StandingRow[],
  events: readonly ConsentEventRow[],
): Dispute[] {
  const found = new Map<string, Dispute & { readonly audiences: ConsentAudience[] }>();
  for (const { purpose, audience, heads, disputed } of standing) {
    if (!disputed) continue;
    const key = [...heads].sort().join(' ');
    const same = found.get(key);
    if (same !== undefined) same.audiences.push(audience);
    else {
      const heard = events.filter((event) => heads.includes(event.id));
      found.set(key, { purpose, audiences: [audience], heard });
    }
  }
  return [...found.values()];
}
