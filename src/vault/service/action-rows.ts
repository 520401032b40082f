import type { z } from 'zod';
import type { ActionRow, gateDecision } from '../../shared/contract/actions.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { Action } from '../../shared/model/action.ts';
import type { Gap, GateDecision } from '../../shared/model/consent-gate.ts';
import { fail } from '../../shared/outcome.ts';
import { contactLabels } from '../store/labels.ts';
import { standingGates } from './action-gate.ts';
import type { VaultContext } from './context.ts';

/** The rows of these actions, in their order, each with what the gate says today. */
export function actionRows(context: VaultContext, actions: readonly Action[]): ActionRow[] {
  const { store } = context;
  const gates = standingGates(store, actions, context.today());
  const labels = contactLabels(
    store,
    actions.flatMap((action) => action.subjectIds),
  );
  return actions.flatMap((action) => {
    const gate = gates.get(action.id);
    if (gate === undefined) return [];
    const { id, type, title, status, audience, owner, dueOn } = action;
    return [
      {
        ...{ id, type, title, status, audience, owner, dueOn },
        subjects: action.subjectIds.map((contactId) => ({
          id: contactId,
          label: labels.get(contactId) ?? '',
        })),
        gate: decisionOf(gate),
        overridden: action.override !== null,
      },
    ];
  });
}

/** The gate's decision as the contract carries it. */
export function decisionOf(decision: GateDecision): z.output<typeof gateDecision> {
  return {
    allowed: decision.allowed,
    via: decision.via,
    consentEventIds: [...decision.consentEventIds],
    gaps: [...decision.gaps],
    notReady: decision.notReady,
  };
}

/**
 * Why the gate does not let an action pass, or null where it does: the consents first, for nobody
 * is to ask capital for a text before the defender was asked. `isCovered` says whether an override
 * given earlier stands in for the gaps.
 */
export function gateRefusal(
  decision: GateDecision,
  actionId: string,
  isCovered: (gaps: readonly Gap[]) => boolean,
): {
  readonly ok: false;
  readonly failure: FailureOf<'consent-missing' | 'action-not-ready'>;
} | null {
  if (decision.via === null && !isCovered(decision.gaps)) {
    return consentMissing(decision.gaps);
  }
  const { notReady: reason } = decision;
  return reason === null ? null : fail({ kind: 'action-not-ready', actionId, reason });
}

export function consentMissing(gaps: readonly Gap[]): {
  readonly ok: false;
  readonly failure: FailureOf<'consent-missing'>;
} {
  return fail({ kind: 'consent-missing', gaps: [...gaps] });
}
