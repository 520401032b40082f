import type {
  BacklashPair,
  TimelineAction,
  TimelineIncident,
} from '../../../shared/contract/impact.ts';

export interface Backlash {
  readonly actions: readonly TimelineAction[];
  readonly incidents: readonly TimelineIncident[];
  readonly pairs: readonly BacklashPair[];
}

/** One row of the timeline: something we did, or something that was done to them. */
export type TimelineRow =
  | { readonly kind: 'action'; readonly on: string; readonly action: TimelineAction }
  | { readonly kind: 'incident'; readonly on: string; readonly incident: TimelineIncident };

/** Actions and incidents in one line of time; of a day, what we did comes first. */
export function timelineRows({ actions, incidents }: Backlash): TimelineRow[] {
  const rows: TimelineRow[] = [
    ...actions.map((action) => ({ kind: 'action', on: action.beganOn, action }) as const),
    ...incidents.map(
      (incident) => ({ kind: 'incident', on: incident.occurredOn, incident }) as const,
    ),
  ];
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * Only what the check is about: actions that some incident can answer, and those incidents. For all
 * contacts together, where everything would hide what matters.
 */
export function onlyPaired(backlash: Backlash): Backlash {
  const actions = new Set(backlash.pairs.map((pair) => pair.actionId));
  const incidents = new Set(backlash.pairs.map((pair) => pair.incidentId));
  return {
    actions: backlash.actions.filter((action) => actions.has(action.id)),
    incidents: backlash.incidents.filter((incident) => incidents.has(incident.id)),
    pairs: backlash.pairs,
  };
}

export interface Question {
  readonly pair: BacklashPair;
  readonly action: TimelineAction;
  readonly incident: TimelineIncident;
}

const FIRST = { open: 0, linked: 1, 'not-linked': 2 } as const;

/** Each pair as a question: those not asked yet first, then by the date of the incident. */
export function questionsOf({ actions, incidents, pairs }: Backlash): Question[] {
  const actionOf = new Map(actions.map((action) => [action.id, action]));
  const incidentOf = new Map(incidents.map((incident) => [incident.id, incident]));
  return pairs
    .flatMap((pair) => {
      const action = actionOf.get(pair.actionId);
      const incident = incidentOf.get(pair.incidentId);
      return action && incident ? [{ pair, action, incident }] : [];
    })
    .sort(
      (a, b) =>
        FIRST[a.pair.answer] - FIRST[b.pair.answer] ||
        (a.incident.occurredOn < b.incident.occurredOn ? 1 : -1),
    );
}
