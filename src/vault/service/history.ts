import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { ChangeSetView } from '../../shared/contract/records.ts';
import { ok } from '../../shared/outcome.ts';
import type { ChangeSet } from '../db/change-types.ts';
import { checkStore } from '../db/check-store.ts';
import { recentChangeSets, recordHistory, undoneBy } from '../db/history.ts';
import type { ReadStore } from '../db/store.ts';
import { recordLabel } from '../store/labels.ts';
import type { VaultContext } from './context.ts';
import { undo } from './undo.ts';

export const historyHandlers: Handlers<Calls, 'vault', VaultContext>['history'] = {
  ofRecord: ({ store }, record) => ok(views(store, recordHistory(store, record))),

  recent: ({ store }, page) => ok(views(store, recentChangeSets(store, page))),

  undo,

  verify: ({ store }) => {
    const { chain, firstDiffering, isStructureSound } = checkStore(store);
    return ok({
      intact: chain.intact && firstDiffering === null && isStructureSound,
      changeSets: chain.changeSets,
      firstAlteredSequence: chain.firstAltered?.seq ?? null,
      firstDiffering,
    });
  },
};

function views(store: ReadStore, sets: readonly ChangeSet[]): ChangeSetView[] {
  const labels = new Map<string, string>();
  const labelOf = (record: RecordRef): string => {
    const key = `${record.type} ${record.id}`;
    const label = labels.get(key) ?? recordLabel(store, record);
    labels.set(key, label);
    return label;
  };
  return sets.map((set) => ({
    id: set.id,
    sequence: set.seq,
    at: set.at,
    author: set.authorName,
    device: set.device,
    reason: set.reason,
    undoOf: set.undoOf,
    undoneBy: undoneBy(store, set.id),
    sourceBundle: set.sourceBundle,
    changes: set.changes.map(({ recordType, recordId, field, oldValue, newValue, erased }) => {
      const record = { type: recordType, id: recordId };
      // The log holds JSON, so what is read from it is.
      return {
        ...{ record, label: labelOf(record), field },
        ...{ from: oldValue as ChangeSetValue, to: newValue as ChangeSetValue, erased },
      };
    }),
  }));
}

type ChangeSetValue = ChangeSetView['changes'][number]['from'];
