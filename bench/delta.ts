/**
 * An update beside a whole handover of the same portfolio to the same officer, after so many records
 * were changed, in one run. See bench/README.md.
 *
 *     npm run bench -- --sizes '' --megabytes 0 --consents 0 --changes '' [--portfolio 20000:2000] [--changed 1,10,100,1000]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officerFromCard, type Officer } from '../src/shared/model/officer.ts';
import { encodeChangeSet } from '../src/vault/bundle/changes.ts';
import { writeChangeSet } from '../src/vault/db/change-log.ts';
import { lastSequence } from '../src/vault/db/history.ts';
import { forgetSent, noteSent } from '../src/vault/db/sent-records.ts';
import type { WriteStore } from '../src/vault/db/store.ts';
import { transact } from '../src/vault/db/transaction.ts';
import {
  prepareOutgoing,
  toBundleChangeSet,
  type ExportChoice,
  type Outgoing,
} from '../src/vault/handover/outgoing.ts';
import { BECAUSE, CONSENT_DETAILS, fillVault, TODAY } from './lib/filled-vault.ts';
import { asRatio, inMs, printTable } from './lib/table.ts';
import { medians } from './lib/timing.ts';

/** Prints a row for each number of changed records. */
export async function benchDelta(
  logs: number,
  contacts: number,
  changed: readonly number[],
  rounds: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steady-bench-delta-'));
  const { store, lock, contactIds } = fillVault(folder, logs, contacts);
  try {
    letTravel(store, contactIds);
    const recipient = colleague();
    const choose = (kind: ExportChoice['kind']): ExportChoice => ({
      ...{ kind, contactIds, audience: 'other-posts', recipient, purpose: null, until: null },
    });
    const prepare = (kind: ExportChoice['kind']): Outgoing =>
      prepareOutgoing(store, choose(kind), TODAY);
    let bundleId = register(store, recipient, contactIds, prepare('handover'));
    const rows: string[][] = [];
    for (const count of changed) {
      edit(store, contactIds, count);
      let [update, handover] = [0, 0];
      const [updateMs = 0, handoverMs = 0] = await medians(
        [
          { name: 'update', run: () => void (update = bytesOf(prepare('update'))) },
          { name: 'handover', run: () => void (handover = bytesOf(prepare('handover'))) },
        ],
        rounds,
        1,
      );
      rows.push([
        String(count),
        `${(update / 1_000).toFixed(1)} kB`,
        `${(update / count).toFixed(0)} B`,
        `${(handover / 1_000_000).toFixed(1)} MB`,
        `${inMs(updateMs)} ms`,
        `${inMs(handoverMs)} ms`,
        asRatio(updateMs, handoverMs),
      ]);
      forgetSent(store, bundleId);
      bundleId = register(store, recipient, contactIds, prepare('handover'));
    }
    process.stdout.write(
      `\nAn update beside a handover of ${contacts} contacts and ${logs} logs, ${lastSequence(store)} change sets\n`,
    );
    printTable(
      [
        ...['changed', 'update', 'each record', 'handover'],
        ...['update, time', 'handover, time', 'ratio'],
      ],
      rows,
    );
  } finally {
    store.close();
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the change sets of a bundle come to, as they are written into it. */
function bytesOf({ changeSets }: Outgoing): number {
  return changeSets.reduce((sum, set) => sum + encodeChangeSet(toBundleChangeSet(set)).length, 0);
}

function letTravel(store: WriteStore, contactIds: readonly string[]): void {
  writeChangeSet(store, BECAUSE, (writer) => {
    for (const contactId of contactIds) {
      const purpose = 'share-inside-mission';
      const consent = { contactId, purpose, audience: 'other-posts' } as const;
      writer.create('consent-event', { ...consent, ...CONSENT_DETAILS });
    }
  });
}

/** Changes one field each of so many contacts. */
function edit(store: WriteStore, contactIds: readonly string[], count: number): void {
  writeChangeSet(store, BECAUSE, (writer) => {
    for (const id of contactIds.slice(0, count)) {
      writer.update('contact', id, { notes: `Moved house before ${count} others did.` });
    }
  });
}

function colleague(): Officer {
  const keys = { ageRecipient: '', ageHybridRecipient: '', signingKey: '' };
  const card = { name: 'Colleague', post: '', keys, cardIssuedAt: `${TODAY}T00:00:00.000Z` };
  return { id: randomUUID(), ...officerFromCard(card) };
}

/** Notes that a bundle of all of it went out; gives its id. */
function register(
  store: WriteStore,
  recipient: Officer,
  contactIds: readonly string[],
  { sent }: Outgoing,
): string {
  const bundleId = randomUUID();
  transact(store, () => {
    noteSent(store, bundleId, sent);
    writeChangeSet(store, BECAUSE, (writer) =>
      writer.create(
        'bundle-entry',
        {
          ...{ direction: 'out', kind: 'handover', audience: 'other-posts', sequence: 1 },
          ...{ counterpartId: recipient.id, counterpartName: recipient.name },
          ...{ counterpartVerified: false, sha256: '0'.repeat(64), sizeBytes: 0 },
          ...{ previousSha256: null, signingKey: null, at: `${TODAY}T12:00:00.000Z` },
          ...{ contactIds: [...contactIds], recordCount: sent.length },
        },
        bundleId,
      ),
    );
  });
  return bundleId;
}
