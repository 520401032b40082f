import type { ConsentEventRow } from '../../../shared/contract/consents.ts';
import type { ConsentAudience, ConsentPurpose } from '../../../shared/model/vocabulary/consent.ts';

/** Events recorded in one go that say the same of several purposes and audiences. */
export interface EventGroup {
  readonly key: string;
  /** Stands for all of them in everything but purpose and audience. */
  readonly event: ConsentEventRow;
  /** All of them. */
  readonly ids: readonly string[];
  readonly isRenewal: boolean;
  readonly isRenewed: boolean;
  readonly pairs: readonly {
    readonly purpose: ConsentPurpose;
    readonly audiences: readonly ConsentAudience[];
  }[];
}

/**
 * Gathers events that were written in one change and differ only in purpose and audience, so that
 * one conversation is one entry. What has been superseded since is kept apart. Order is kept.
 */
export function eventGroups(events: readonly ConsentEventRow[]): EventGroup[] {
  const groups = new Map<
    string,
    { event: ConsentEventRow; ids: string[]; pairs: Map<ConsentPurpose, ConsentAudience[]> }
  >();
  for (const event of events) {
    const { id, purpose, audience, renewsId, renewedById, ...rest } = event;
    const alike = { ...rest, isRenewal: renewsId !== null, isRenewed: renewedById !== null };
    const key = JSON.stringify(Object.entries(alike).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key) ?? {
      event,
      ids: [],
      pairs: new Map<ConsentPurpose, ConsentAudience[]>(),
    };
    group.ids.push(id);
    group.pairs.set(purpose, [...(group.pairs.get(purpose) ?? []), audience]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ event, ids, pairs }) => ({
    key: event.id,
    event,
    ids,
    isRenewal: event.renewsId !== null,
    isRenewed: event.renewedById !== null,
    pairs: [...pairs.entries()].map(([purpose, audiences]) => ({ purpose, audiences })),
  }));
}
