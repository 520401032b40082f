import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { PledgeAction, TimelineAction } from '../../shared/contract/impact.ts';
import type { Action } from '../../shared/model/action.ts';
import { actionBeganOn, backlashAnswer, mayAnswer } from '../../shared/model/backlash.ts';
import { suggestedPledge } from '../../shared/model/pledge-suggestion.ts';
import { ACTION_RULES } from '../../shared/model/vocabulary/action.ts';
import { PLEDGES } from '../../shared/model/vocabulary/pledge.ts';
import { ok } from '../../shared/outcome.ts';
import type { ReadStore } from '../db/store.ts';
import { listActionReviews } from '../store/action-reviews.ts';
import { findAction, listActions } from '../store/actions.ts';
import { groupBy } from '../store/group-by.ts';
import { incidentsOfVictims } from '../store/incidents-of-victims.ts';
import { contactLabels } from '../store/labels.ts';
import { notFound, type VaultContext } from './context.ts';
import { write } from './write.ts';

/** What came of what the mission did: for those it was for, and for what was pledged. */
export const impactHandlers: Handlers<Calls, 'vault', VaultContext>['impact'] = {
  backlash: ({ store }, { contactId }) => {
    const actions = begun(store, contactId).filter(({ action }) => action.subjectIds.length > 0);
    const subjects = [...new Set(actions.flatMap(({ action }) => action.subjectIds))];
    const asked = contactId === undefined ? subjects : [contactId];
    const incidents = incidentsOfVictims(store, asked).reverse();
    const reviews = groupBy(listActionReviews(store), (review) => review.actionId);
    const labels = contactLabels(store, [
      ...subjects,
      ...incidents.flatMap((incident) => incident.victimIds),
    ]);
    const named = (ids: readonly string[]) =>
      ids.map((id) => ({ id, label: labels.get(id) ?? '' }));
    return ok({
      actions: actions.map(({ action, beganOn }): TimelineAction => ({
        ...lineOf(action, beganOn),
        profileRaising: ACTION_RULES[action.type].profileRaising,
        subjects: named(action.subjectIds),
      })),
      incidents: incidents.map(({ victimIds, ...incident }) => ({
        ...incident,
        victims: named(victimIds),
      })),
      pairs: actions.flatMap(({ action }) =>
        incidents
          .filter((incident) => mayAnswer(action, incident))
          .map((incident) => ({
            actionId: action.id,
            incidentId: incident.id,
            answer: backlashAnswer(reviews.get(action.id) ?? [], incident),
          })),
      ),
    });
  },

  pledges: ({ store }, { from, to }) => {
    const actions = begun(store).filter(
      ({ action, beganOn }) =>
        beganOn <= to && (action.status === 'in-progress' || (action.doneOn ?? beganOn) >= from),
    );
    const linesOf = (is: (action: Action) => boolean): PledgeAction[] =>
      actions
        .filter(({ action }) => is(action))
        .map(({ action, beganOn }) => lineOf(action, beganOn));
    return ok(
      PLEDGES.map((pledge) => ({
        pledge,
        actions: linesOf((action) => action.pledges?.includes(pledge) === true),
        suggested: linesOf((action) => suggestedPledge(action) === pledge),
      })),
    );
  },

  tiePledge: (context, { actionId, pledge, tied }) => {
    const action = findAction(context.store, actionId);
    if (action === null) return notFound('action', actionId);
    const others = (action.pledges ?? []).filter((one) => one !== pledge);
    // In the paper's order, so that tying and untying leaves the record as it was.
    const pledges = PLEDGES.filter((one) => others.includes(one) || (tied && one === pledge));
    const { changeSetId } = write(context, 'edit', (writer) => {
      writer.update('action', actionId, { pledges: pledges.length === 0 ? null : pledges });
    });
    return ok({ id: actionId, changeSetId });
  },
};

interface Begun {
  readonly action: Action;
  readonly beganOn: string;
}

/** Actions of which something left the mission, in the order in which they began. */
function begun(store: ReadStore, contactId?: string): Begun[] {
  return listActions(store, { contactId })
    .flatMap((action) => {
      const beganOn = actionBeganOn(action);
      return beganOn === null ? [] : [{ action, beganOn }];
    })
    .sort((a, b) => (a.beganOn < b.beganOn ? -1 : a.beganOn > b.beganOn ? 1 : 0));
}

function lineOf({ id, title, type, status, doneOn }: Action, beganOn: string): PledgeAction {
  return { id, title, type, status, beganOn, doneOn };
}
