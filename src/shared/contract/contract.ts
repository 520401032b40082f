import { z } from 'zod';
import { RECORD_TYPES } from '../model/record-type.ts';
import { actions } from './actions.ts';
import { assessments } from './assessments.ts';
import { bundles, officers } from './bundles.ts';
import { calendar } from './calendar.ts';
import { consents } from './consents.ts';
import { attachments, contacts } from './contacts.ts';
import { custody } from './custody.ts';
import { event, type CallTree, type Channel, type EventTree } from './define.ts';
import { directory } from './directory.ts';
import { hearings } from './hearings.ts';
import { host } from './host.ts';
import { impact } from './impact.ts';
import { imports } from './imports.ts';
import { incidents } from './incidents.ts';
import { meetings } from './meetings.ts';
import { multilateral } from './multilateral.ts';
import { overrides } from './overrides.ts';
import { plans } from './plans.ts';
import { preferenceValues, preferences } from './preferences.ts';
import { drafts, history, search } from './records.ts';
import { risks } from './risks.ts';
import { reviews } from './reviews.ts';
import { session } from './session.ts';
import { tasks } from './tasks.ts';
import { rhythm } from './rhythm.ts';
import { today } from './today.ts';

/**
 * The only definition of what can be asked across processes. Preload, hosts, vault, test doubles
 * and channel names derive from it; adding a call touches its file here and the vault.
 */
export const calls = {
  session,
  contacts,
  attachments,
  meetings,
  consents,
  actions,
  plans,
  incidents,
  risks,
  reviews,
  impact,
  assessments,
  tasks,
  rhythm,
  today,
  directory,
  multilateral,
  overrides,
  custody,
  hearings,
  calendar,
  search,
  history,
  drafts,
  officers,
  bundles,
  imports,
  host,
  preferences,
} as const satisfies CallTree;
export type Calls = typeof calls;
export type CallChannel = Channel<Calls>;

export const events = {
  /** The vault was unlocked, or its process has ended. */
  sessionChanged: event(z.strictObject({ state: z.enum(['locked', 'unlocked', 'no-vault']) })),
  /** Records of these types changed; what was read of them is out of date. */
  recordsChanged: event(z.strictObject({ types: z.array(z.enum(RECORD_TYPES)) })),
  /** The interface is to look otherwise from now on, in every window. */
  preferencesChanged: event(preferenceValues),
  /** How far a long call has come; `total` is null where it is not known. */
  progress: event(
    z.strictObject({
      operation: z.enum(['export', 'import', 'vcard', 'unlock', 'verify', 'rescue']),
      stage: z.string().max(40),
      done: z.number().nonnegative(),
      total: z.number().nonnegative().nullable(),
    }),
  ),
} as const satisfies EventTree;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]['payload']>;
