import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import { verifyChain } from '../../../../src/vault/db/verify.ts';
import { because } from '../../../../src/vault/service/context.ts';
import { contentsOf, giveCard, open, receive, send } from '../../../support/handover.ts';
import { consentArg, addLog, addTraveller, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let bobId: string;
let annId: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  annId = await giveCard(ann, bob);
});
afterEach(() => {
  for (const vault of [ann, bob]) {
    expect(verifyChain(vault.store).intact).toBe(true);
    expect(firstDifferenceFromLog(vault.store)).toBeNull();
    expect(vault.log).toEqual([]);
    vault.dispose();
  }
});

const NAME = 'Amina Diallo';

async function forget(vault: VaultHere, contactId: string): Promise<void> {
  const preview = valueOf(await vault.ask.erasure.preview({ contactId }));
  const { previewId, confirmWith: confirmation } = preview;
  const mentions = preview.mentions.map(({ key }) => key);
  valueOf(await vault.ask.erasure.forget({ contactId, previewId, mentions, confirmation }));
}

async function people(): Promise<{ amina: string; bakary: string; shared: string; own: string }> {
  const amina = await addTraveller(ann, NAME, { notes: 'Her own notes' });
  const bakary = await addTraveller(ann, 'Bakary Sow');
  const own = await addLog(ann, 'Alone', [amina]);
  const shared = await addLog(ann, 'Together', [amina, bakary], {
    fields: { said: `${NAME} spoke.` },
  });
  return { amina, bakary, shared, own };
}

/** Whether a text is in no page of a vault's decrypted file. */
function isNowhere(vault: VaultHere, text: string): boolean {
  return !vault.store[INTERNALS].database.serialize().includes(text);
}

describe('an erasure that is taken in', () => {
  it('erases here what came from the sender, tells of it before, and leaves others theirs', async () => {
    const { amina, bakary, shared, own } = await people();
    const first = await send(ann, { contactIds: [amina, bakary], recipientId: bobId });
    await receive(bob, first.path);
    expect(isNowhere(bob, NAME)).toBe(false);
    await forget(ann, amina);
    const second = await send(ann, { contactIds: [bakary], recipientId: bobId });
    const shown = valueOf(await open(bob, second.path));
    expect(shown.conflicts).toEqual([]);
    expect(shown.erasuresRefused).toBe(0);
    expect(
      shown.erased.map(({ record, field, label }) => [record.type, field, label].join(' ')).sort(),
    ).toEqual([
      `consent-event  ${NAME}`,
      `consent-event  ${NAME}`,
      `contact  ${NAME}`,
      'meeting-log  Alone',
      'meeting-log participants Together',
      'meeting-log said Together',
    ]);
    await receive(bob, second.path);
    expect(isNowhere(bob, NAME)).toBe(true);
    expect(readRecord(bob.store, 'contact', amina)).toBeNull();
    expect(readRecord(bob.store, 'meeting-log', own)).toBeNull();
    expect(readRecord(bob.store, 'meeting-log', shared)).toMatchObject({
      ...{ state: 'sealed', said: '[…] spoke.' },
    });
    // The older bundle once more, and a copy that never arrived: nothing comes back.
    const again = valueOf(await open(bob, first.path));
    expect(again.alreadyApplied).toBe(true);
  });

  it('keeps away what an older bundle brings later', async () => {
    const { amina, bakary, shared } = await people();
    const first = await send(ann, { contactIds: [amina, bakary], recipientId: bobId });
    await forget(ann, amina);
    const second = await send(ann, { contactIds: [bakary], recipientId: bobId });
    await receive(bob, second.path);
    const late = await open(bob, first.path);
    if (late.ok) {
      valueOf(await bob.ask.bundles.apply({ importId: late.value.importId }));
      expect(late.value.contacts.map(({ label }) => label)).not.toContain(NAME);
    }
    expect(isNowhere(bob, NAME)).toBe(true);
    expect(readRecord(bob.store, 'meeting-log', shared)?.said).toBe('[…] spoke.');
  });

  it('keeps away what comes back from whoever had it, and starts a task for what is left', async () => {
    const { amina, bakary } = await people();
    await receive(bob, (await send(ann, { contactIds: [amina, bakary], recipientId: bobId })).path);
    const theirs = await addLog(bob, 'Written by Bob', [amina, bakary]);
    await forget(ann, amina);
    // Bob has not heard of it, and sends all he has.
    const back = await send(bob, { contactIds: [amina, bakary], recipientId: annId });
    await receive(ann, back.path);
    expect(isNowhere(ann, NAME)).toBe(true);
    expect(readRecord(ann.store, 'contact', amina)).toBeNull();
    const left = valueOf(await ann.ask.erasure.preview({ contactId: amina }));
    expect(left.kept.map(({ record }) => record.id)).toEqual([theirs]);
    expect(left.callBacks.map(({ step, what }) => [step, what])).toContainEqual([
      'finish-forgetting',
      'Bob Receiver',
    ]);
    // Now he hears: his own log is not erased unasked.
    await receive(bob, (await send(ann, { contactIds: [bakary], recipientId: bobId })).path);
    const atBob = valueOf(await bob.ask.erasure.preview({ contactId: amina }));
    expect(atBob).toMatchObject({ forgottenOn: bob.clock.today, gone: { task: 1 }, label: '' });
    expect(atBob.callBacks.map(({ step }) => step)).toEqual(['finish-forgetting']);
    await forget(bob, amina);
    const after = valueOf(await bob.ask.erasure.preview({ contactId: amina }));
    expect([after.kept, after.callBacks.map(({ step }) => step)]).toEqual([
      [],
      ['call-back-bundle'],
    ]);
  });

  it('can be taken in and the rest of the bundle taken back', async () => {
    const { amina, bakary } = await people();
    await forget(ann, amina);
    const sent = await send(ann, { contactIds: [bakary], recipientId: bobId });
    await receive(bob, sent.path);
    const sets = valueOf(await bob.ask.history.recent({ limit: 200 }));
    const brought = sets.find(({ sourceBundle }) => sourceBundle === sent.bundleId);
    valueOf(await bob.ask.history.undo({ changeSetId: brought?.id ?? '' }));
    expect(readRecord(bob.store, 'contact', bakary)).toBeNull();
    expect(valueOf(await bob.ask.erasure.preview({ contactId: amina })).forgottenOn).not.toBeNull();
  });
});

describe('a bundle of erasures', () => {
  it('goes out though nobody travels any more, names no one, and says nothing of why', async () => {
    const amina = await addTraveller(ann, NAME);
    await receive(bob, (await send(ann, { contactIds: [amina], recipientId: bobId })).path);
    const other = await addTraveller(ann, 'Bakary Sow');
    valueOf(
      await ann.ask.consents.record(
        consentArg(other, ['hold-record'], ['own-mission'], { decision: 'refused' }),
      ),
    );
    await forget(ann, amina);
    const sent = await send(ann, { contactIds: [other], recipientId: bobId });
    const { changeSets } = await contentsOf(bob, sent.path);
    const changes = changeSets.flatMap((set) => set.changes);
    expect([...new Set(changes.map(({ type }) => type))]).toEqual(['erasure']);
    expect([...new Set(changes.map(({ field }) => field))].sort()).toEqual([
      '$exists',
      'erasedOn',
      'recordId',
      'recordType',
    ]);
    await receive(bob, sent.path);
    expect(isNowhere(bob, NAME)).toBe(true);
  });
});

/** A bundle of Ann's with an erasure that her program would not have made. */
async function forged(
  recordType: 'contact' | 'consent-event' | 'meeting-log',
  recordId: string,
  field: string | null = null,
  now: Readonly<Record<string, unknown>> | null = null,
): Promise<string> {
  const decoy = await addTraveller(ann, `Decoy ${randomUUID()}`);
  writeChangeSet(ann.store, because(ann.context, 'erase'), (writer) => {
    if (now !== null) writer.update(recordType, recordId, now);
    writer.create('erasure', {
      ...{ recordType, recordId, field },
      erasedOn: '2026-11-24',
    });
  });
  return (await send(ann, { contactIds: [decoy], recipientId: bobId })).path;
}

describe('an erasure that no honest officer makes', () => {
  it('is not carried out for a record that the sender cannot know', async () => {
    const zahra = await addTraveller(bob, 'Zahra Idle');
    const path = await forged('contact', zahra);
    const shown = valueOf(await open(bob, path));
    expect([shown.erased, shown.erasuresRefused]).toEqual([[], 1]);
    await receive(bob, path);
    expect(readRecord(bob.store, 'contact', zahra)).not.toBeNull();
  });

  it('takes no refusal away from somebody who stays', async () => {
    const amina = await addTraveller(ann, NAME);
    const [refusal = ''] = valueOf(
      await ann.ask.consents.record(
        consentArg(amina, ['public-statement'], ['public'], { decision: 'refused' }),
      ),
    ).ids;
    await receive(bob, (await send(ann, { contactIds: [amina], recipientId: bobId })).path);
    const path = await forged('consent-event', refusal);
    expect(valueOf(await open(bob, path)).erasuresRefused).toBe(1);
    await receive(bob, path);
    expect(readRecord(bob.store, 'consent-event', refusal)?.decision).toBe('refused');
  });

  it.each([
    ['a sealed log', 'said', { said: 'She agreed to everything.' }],
    ['a sealed log, around what it says', 'said', { said: 'No, […]' }],
  ])('says nothing new in %s', async (_, field, now) => {
    const amina = await addTraveller(ann, NAME);
    const log = await addLog(ann, 'Together', [amina]);
    await receive(bob, (await send(ann, { contactIds: [amina], recipientId: bobId })).path);
    await forged('meeting-log', log, field, now);
    const sent = await send(ann, { contactIds: [amina], recipientId: bobId });
    expect(failureIn(await open(bob, sent.path))).toEqual({
      ...{ kind: 'bundle-malformed', rule: 'erasure-says-something-new' },
    });
  });

  it('loosens no consent', async () => {
    const amina = await addTraveller(ann, NAME);
    const [given = ''] = valueOf(
      await ann.ask.consents.record(
        consentArg(amina, ['public-statement'], ['public'], {
          ...{ conditions: 'Not before the verdict', expiresOn: '2026-12-01' },
        }),
      ),
    ).ids;
    await receive(bob, (await send(ann, { contactIds: [amina], recipientId: bobId })).path);
    await forged('consent-event', given, 'expiresOn', { expiresOn: null });
    const sent = await send(ann, { contactIds: [amina], recipientId: bobId });
    expect(failureIn(await open(bob, sent.path))).toEqual({
      ...{ kind: 'bundle-malformed', rule: 'erasure-says-something-new' },
    });
    expect(readRecord(bob.store, 'consent-event', given)?.expiresOn).toBe('2026-12-01');
  });

  it('asks where so much would go, as any deletion does', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await addTraveller(ann, `Person Number${String(n)}`));
    await receive(bob, (await send(ann, { contactIds: ids, recipientId: bobId })).path);
    for (const id of ids) await forget(ann, id);
    const decoy = await addTraveller(ann, 'Bakary Sow');
    const sent = await send(ann, { contactIds: [decoy], recipientId: bobId });
    const { importId, isMassDeletion } = valueOf(await open(bob, sent.path));
    expect(isMassDeletion).toBe(true);
    expect(failureIn(await bob.ask.bundles.apply({ importId }))).toMatchObject({
      kind: 'mass-deletion',
    });
    valueOf(await bob.ask.bundles.apply({ importId, allowDeletions: true }));
    expect(isNowhere(bob, 'Person Number')).toBe(true);
  });
});
