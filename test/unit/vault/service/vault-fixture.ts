import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bridge, createClient } from '../../../../src/shared/contract/client.ts';
import { calls, type Calls, type EventPayload } from '../../../../src/shared/contract/contract.ts';
import type { Call, Client } from '../../../../src/shared/contract/define.ts';
import { failureSchemas, type Failure } from '../../../../src/shared/contract/failure.ts';
import type { RecordType } from '../../../../src/shared/model/record-type.ts';
import { ok, type Outcome } from '../../../../src/shared/outcome.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { failureOf } from '../../../../src/vault/db/errors.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { FileGrants } from '../../../../src/vault/grants.ts';
import {
  generateOfficerIdentity,
  type OfficerIdentity,
  publicKeysOf,
} from '../../../../src/vault/keys/officer-identity.ts';
import { actionHandlers } from '../../../../src/vault/service/actions.ts';
import { assessmentHandlers } from '../../../../src/vault/service/assessments.ts';
import { attachmentHandlers } from '../../../../src/vault/service/attachments.ts';
import { calendarHandlers } from '../../../../src/vault/service/calendar.ts';
import { consentHandlers } from '../../../../src/vault/service/consents.ts';
import { contactHandlers } from '../../../../src/vault/service/contacts.ts';
import type { VaultContext } from '../../../../src/vault/service/context.ts';
import { directoryHandlers } from '../../../../src/vault/service/directory.ts';
import { custodyHandlers } from '../../../../src/vault/service/custody.ts';
import { draftHandlers } from '../../../../src/vault/service/drafts.ts';
import { hearingHandlers } from '../../../../src/vault/service/hearings.ts';
import { historyHandlers } from '../../../../src/vault/service/history.ts';
import { impactHandlers } from '../../../../src/vault/service/impact.ts';
import { incidentHandlers } from '../../../../src/vault/service/incidents.ts';
import { meetingHandlers } from '../../../../src/vault/service/meetings.ts';
import { multilateralHandlers } from '../../../../src/vault/service/multilateral.ts';
import { officerHandlers } from '../../../../src/vault/service/officers.ts';
import { riskHandlers } from '../../../../src/vault/service/risks.ts';
import { reviewHandlers } from '../../../../src/vault/service/reviews.ts';
import { overrideHandlers } from '../../../../src/vault/service/overrides.ts';
import { planHandlers } from '../../../../src/vault/service/plans.ts';
import { searchHandlers } from '../../../../src/vault/service/search.ts';
import { taskHandlers } from '../../../../src/vault/service/tasks.ts';
import { rhythmHandlers } from '../../../../src/vault/service/rhythm.ts';
import { todayHandlers } from '../../../../src/vault/service/today.ts';
import { makeFixture } from '../db/store-fixture.ts';

type Groups =
  | 'contacts'
  | 'attachments'
  | 'meetings'
  | 'consents'
  | 'actions'
  | 'incidents'
  | 'risks'
  | 'reviews'
  | 'impact'
  | 'assessments'
  | 'tasks'
  | 'rhythm'
  | 'today'
  | 'directory'
  | 'multilateral'
  | 'overrides'
  | 'custody'
  | 'hearings'
  | 'calendar'
  | 'plans'
  | 'search'
  | 'history'
  | 'drafts'
  | 'officers';

/** A real vault in a folder of its own, asked through the contract as the renderer asks it. */
export interface Vault {
  readonly ask: Pick<Client<Calls>, Groups>;
  readonly store: WriteStore;
  readonly context: VaultContext;
  readonly identity: OfficerIdentity;
  /** Types of record that were said to have changed, one list for each write. */
  readonly changed: (readonly RecordType[])[];
  /** Sets the officer's calendar date, and the clock to its noon (UTC). */
  setToday(date: string): void;
  /** Writes a file and grants it to be read. */
  grantOpen(name: string, bytes: Uint8Array): string;
  /** Grants a file to be written; gives its token and where it will be. */
  grantSave(name: string): { readonly token: string; readonly path: string };
  dispose(): void;
}

const handlers = {
  contacts: contactHandlers,
  attachments: attachmentHandlers,
  meetings: meetingHandlers,
  consents: consentHandlers,
  actions: actionHandlers,
  incidents: incidentHandlers,
  risks: riskHandlers,
  reviews: reviewHandlers,
  impact: impactHandlers,
  assessments: assessmentHandlers,
  tasks: taskHandlers,
  rhythm: rhythmHandlers,
  today: todayHandlers,
  directory: directoryHandlers,
  multilateral: multilateralHandlers,
  overrides: overrideHandlers,
  custody: custodyHandlers,
  hearings: hearingHandlers,
  calendar: calendarHandlers,
  plans: planHandlers,
  search: searchHandlers,
  history: historyHandlers,
  drafts: draftHandlers,
  officers: officerHandlers,
};

let sharedIdentity: Promise<OfficerIdentity> | null = null;

/** The day on which tests begin. */
export const TODAY = '2026-11-24';

export async function makeVault(): Promise<Vault> {
  sharedIdentity ??= generateOfficerIdentity();
  const identity = await sharedIdentity;
  const keys = await publicKeysOf(identity);
  const fixture = makeFixture();
  const store = fixture.create();
  const grants = new FileGrants();
  const changed: (readonly RecordType[])[] = [];
  const author = { id: identity.officerId, name: 'Officer One' };
  const clock = { today: TODAY };
  const files = join(fixture.folder, 'files');
  mkdirSync(files);
  const context: VaultContext = {
    store,
    author,
    officerPost: 'Khartoum',
    device: 'laptop-1',
    identity: () => identity,
    today: () => clock.today,
    now: () => new Date(fixture.clock.nowMs),
    grants,
    emitChanged: (types) => changed.push([...types].sort()),
    emitProgress: (progress: EventPayload<'progress'>) => {
      throw new Error(`unexpected progress ${progress.stage}`);
    },
  };
  writeChangeSet(store, { author, device: 'laptop-1', reason: 'set-up' }, (writer) =>
    writer.create(
      'officer',
      {
        name: author.name,
        post: 'Khartoum',
        keys,
        trust: 'self',
        verifiedHow: null,
        verifiedOn: null,
        cardIssuedAt: '2026-11-24T09:00:00.000Z',
        note: '',
        email: null,
      },
      author.id,
    ),
  );
  return {
    ask: createClient(bridgeTo(context)),
    store,
    context,
    identity,
    changed,
    setToday(date) {
      clock.today = date;
      fixture.clock.nowMs = Date.parse(`${date}T12:00:00.000Z`);
    },
    grantOpen(name, bytes) {
      const token = randomUUID();
      const path = join(files, name);
      writeFileSync(path, bytes);
      grants.add(token, path, 'open');
      return token;
    },
    grantSave(name) {
      const token = randomUUID();
      const path = join(files, name);
      grants.add(token, path, 'save');
      return { token, path };
    },
    dispose: () => fixture.dispose(),
  };
}

/** Parses arguments and results by the contract, as the vault process does. */
function bridgeTo(context: VaultContext): Bridge {
  return {
    invoke: async (channel, arg) => {
      const [group, name] = channel.split('.') as [keyof typeof handlers, string];
      const call = (calls[group] as unknown as Record<string, Call>)[name];
      const handler = (handlers[group] as unknown as Record<string, Handler>)[name];
      if (call === undefined || handler === undefined) throw new Error(`no handler: ${channel}`);
      const outcome = await run(() => handler(context, call.arg.parse(arg)));
      if (outcome.ok) return ok(call.result.parse(outcome.value));
      failureSchemas[outcome.failure.kind].parse(outcome.failure);
      return outcome;
    },
    on: () => () => undefined,
  };
}

type Handler = (
  context: VaultContext,
  arg: unknown,
) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>;

async function run(
  use: () => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>,
): Promise<Outcome<unknown, Failure>> {
  try {
    return await use();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}
