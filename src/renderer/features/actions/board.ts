import type { ActionRow } from '../../../shared/contract/actions.ts';
import { ACTION_STATUSES, type ActionStatus } from '../../../shared/model/vocabulary/action.ts';
import type { ConsentGap } from '../../../shared/contract/parts.ts';

export interface BoardColumn {
  readonly status: ActionStatus;
  readonly rows: readonly ActionRow[];
}

/** The four columns, each with the soonest due first and what has no date at the end. */
export function boardColumns(rows: readonly ActionRow[]): BoardColumn[] {
  return ACTION_STATUSES.map((status) => ({
    status,
    rows: rows.filter((row) => row.status === status).sort(byDue),
  }));
}

function byDue(a: ActionRow, b: ActionRow): number {
  const order = (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
  return order !== 0 ? order : a.title.localeCompare(b.title);
}

/** Whether a move needs the gate: only leaving `planned` for work does; cancelling harms no one. */
export function moveNeedsGate(from: ActionStatus, to: ActionStatus): boolean {
  return from === 'planned' && (to === 'in-progress' || to === 'done');
}

export interface GapsOfContact {
  readonly contactId: string;
  readonly contactLabel: string;
  readonly gaps: readonly ConsentGap[];
  /** False where no consent and no override could help (violence, unknown, dissolved). */
  readonly overridable: boolean;
}

/** The gaps of a decision gathered by contact, in the order in which the gate named them. */
export function gapsByContact(gaps: readonly ConsentGap[]): GapsOfContact[] {
  const byId = new Map<string, ConsentGap[]>();
  for (const gap of gaps) byId.set(gap.contactId, [...(byId.get(gap.contactId) ?? []), gap]);
  return [...byId.entries()].map(([contactId, ofContact]) => ({
    contactId,
    contactLabel: ofContact[0]?.contactLabel ?? '',
    gaps: ofContact,
    overridable: ofContact.every((gap) => gap.purpose !== null),
  }));
}
