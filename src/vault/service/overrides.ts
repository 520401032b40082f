import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { OverrideRow } from '../../shared/contract/overrides.ts';
import type { Action } from '../../shared/model/action.ts';
import {
  askedOf,
  evaluateGate,
  type Gap,
  type GateContact,
} from '../../shared/model/consent-gate.ts';
import { ok } from '../../shared/outcome.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ReadStore } from '../db/store.ts';
import { actionsByIds } from '../store/actions.ts';
import { consentEventsOf } from '../store/consent-events.ts';
import { contactLabels } from '../store/labels.ts';
import { actionAt, recordedOverrides, type RecordedOverride } from '../store/overrides.ts';
import { askGate, dayOf, isSameGap, isUnderWay, learntBy } from './action-gate.ts';
import type { VaultContext } from './context.ts';

export const overrideHandlers: Handlers<Calls, 'vault', VaultContext>['overrides'] = {
  list: ({ store, today }) => ok(overrideRows(store, today())),
};

/** Every override, newest first, each with what was missing and what became of it by a day. */
export function overrideRows(store: ReadStore, today: string): OverrideRow[] {
  const recorded = recordedOverrides(store);
  const actions = new Map(
    actionsByIds(
      store,
      recorded.map(({ actionId }) => actionId),
    ).map((action) => [action.id, action]),
  );
  return recorded.flatMap((one) => overrideRow(store, one, actions.get(one.actionId), today));
}

/**
 * Overrides whose action still rests on them and for which not every consent has come: somebody
 * still has to be asked.
 */
export function pendingOverrides(store: ReadStore, today: string): OverrideRow[] {
  return overrideRows(store, today).filter(
    ({ stands, missing }) => stands && missing.some(({ now }) => now !== null),
  );
}

function overrideRow(
  store: ReadStore,
  recorded: RecordedOverride,
  action: Action | undefined,
  today: string,
): OverrideRow[] {
  const { actionId, override, sequence, recordedBy, recordedAt } = recorded;
  const then = actionAt(store, actionId, sequence);
  // Erased on the defender's wish: nothing is left that could be said of it.
  if (then === null) return [];
  const concerned = [...askedOf(then).keys()];
  const labels = contactLabels(store, concerned);
  const events = consentEventsOf(store, concerned);
  const asked = { ...then, override: null };
  const missing = evaluateGate({
    action: asked,
    contacts: new Map(concerned.map((id) => [id, { id, ...NOT_BARRED }])),
    consentEvents: learntBy(store, events, sequence).known,
    today: dayOf(override),
  }).gaps;
  const now = askGate(store, asked, today).gaps;
  return [
    {
      actionId,
      title: then.title,
      type: then.type,
      status: action?.status ?? null,
      override,
      recordedBy,
      recordedAt,
      stands:
        action !== undefined &&
        isUnderWay(action.status) &&
        canonicalJson(action.override) === canonicalJson(override),
      missing: missing.map((gap) => ({
        gap: { ...gap, contactLabel: labels.get(gap.contactId) ?? '' },
        now: now.find((one) => isStillOpen(one, gap)) ?? null,
      })),
    },
  ];
}

/** No override reaches past what bars a contact, so when it was given nothing did. */
const NOT_BARRED: Omit<GateContact, 'id'> = {
  names: [],
  peacefulMeans: { status: 'not-assessed', assessedBy: null, assessedOn: null, ground: '' },
  dissolvedOn: null,
};

/** Whether a gap of today leaves one of then open; one that no consent can close does so too. */
function isStillOpen(now: Gap, then: Gap): boolean {
  return isSameGap(now, then) || (now.purpose === null && now.contactId === then.contactId);
}
