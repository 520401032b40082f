import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENT_MAX_BYTES } from '../../../../src/shared/model/attachment.ts';
import { listAccess } from '../../../../src/vault/db/access-log.ts';
import { addContact, contactFields, failureIn, meetingArg, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let contactId: string;
beforeEach(async () => {
  vault = await makeVault();
  contactId = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

const PNG = pngOf(3, 2);
const GIF = Buffer.from('GIF89a\x02\x00\x01\x00 and more behind it', 'latin1');
/** The first bytes of a PNG that declares so many pixels. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const attached = async () =>
  valueOf(await vault.ask.contacts.page({ id: contactId })).attachments.map((file) => [
    file.name,
    file.mediaType,
    file.sizeBytes,
  ]);
const photo = async () => valueOf(await vault.ask.contacts.page({ id: contactId })).contact.photo;

describe('attachments', () => {
  it('are kept under their name with the type found from their bytes, and read back whole', async () => {
    const file = vault.grantOpen('holiday.pdf', PNG);
    valueOf(await vault.ask.attachments.add({ ownerType: 'contact', ownerId: contactId, file }));
    const read = valueOf(await vault.ask.attachments.read({ sha256: sha256(PNG) }));
    expect([await attached(), read]).toEqual([
      [['holiday.pdf', 'image/png', PNG.length]],
      { mediaType: 'image/png', shownAs: 'picture', base64: PNG.toString('base64') },
    ]);
  });

  it('span many chunks and come back byte for byte', async () => {
    const bytes = Buffer.alloc(200_001, 'Steady State ');
    const file = vault.grantOpen('long.txt', bytes);
    await vault.ask.attachments.add({ ownerType: 'contact', ownerId: contactId, file });
    const read = valueOf(await vault.ask.attachments.read({ sha256: sha256(bytes) }));
    expect(Buffer.from(read.base64, 'base64').equals(bytes)).toBe(true);
  });

  it('are refused without a grant, unreadable, or above the size limit', async () => {
    const add = async (file: string) =>
      failureIn(
        await vault.ask.attachments.add({ ownerType: 'contact', ownerId: contactId, file }),
      );
    const big = vault.grantOpen('big.bin', Buffer.alloc(ATTACHMENT_MAX_BYTES + 1));
    const saveOnly = vault.grantSave('save-only.txt').token;
    const folder = randomUUID();
    (vault.context.grants as unknown as { add: (...args: string[]) => void }).add(
      folder,
      '/',
      'open',
    );
    expect([
      await add(randomUUID()),
      await add(saveOnly),
      await add(folder),
      await add(big),
    ]).toEqual([
      { kind: 'file-not-granted' },
      { kind: 'file-not-granted' },
      { kind: 'file-unreadable' },
      { kind: 'file-too-large', limitBytes: ATTACHMENT_MAX_BYTES },
    ]);
  });

  it('come with how they may be shown, found from the bytes whatever the name says', async () => {
    const shownAs = async (name: string, bytes: Buffer) => {
      const file = vault.grantOpen(name, bytes);
      const added = await vault.ask.attachments.add({
        ownerType: 'contact',
        ownerId: contactId,
        file,
      });
      const seen = valueOf(await vault.ask.attachments.view({ id: valueOf(added).id }));
      return [seen.mediaType, seen.shownAs];
    };
    expect([
      await shownAs('page.html', Buffer.from('<script>alert(1)</script>')),
      await shownAs('photo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      await shownAs('flood.png', pngOf(60_000, 60_000)),
      await shownAs('empty.png', pngOf(0, 5)),
      await shownAs('small.txt', pngOf(8_192, 8_192)),
      await shownAs('report.pdf', Buffer.from('MZ\x90\x00', 'latin1')),
    ]).toEqual([
      ['text/plain', 'text'],
      ['text/plain', 'text'],
      ['image/png', 'oversized-picture'],
      ['image/png', 'nothing'],
      ['image/png', 'picture'],
      ['application/octet-stream', 'nothing'],
    ]);
  });

  it('are put on the access log when looked at, with whom they are about, not when shown along', async () => {
    const other = await addContact(vault, 'Other');
    const { id: log } = valueOf(await vault.ask.meetings.save(meetingArg('M', [contactId, other])));
    const add = async (ownerType: 'contact' | 'meeting-log', ownerId: string) => {
      const file = vault.grantOpen('one.png', PNG);
      return valueOf(await vault.ask.attachments.add({ ownerType, ownerId, file })).id;
    };
    const [ofContact, ofLog] = [await add('contact', contactId), await add('meeting-log', log)];
    await vault.ask.attachments.read({ sha256: sha256(PNG) });
    await vault.ask.attachments.view({ id: ofContact });
    await vault.ask.attachments.view({ id: ofLog });
    await vault.ask.attachments.view({ id: randomUUID() });
    const entries = listAccess(vault.context.store, { before: null, limit: 10 });
    expect(entries.map(({ kind, detail, contactIds }) => [kind, detail, contactIds])).toEqual([
      ['read-attachment', { attachmentId: ofLog, sha256: sha256(PNG) }, [contactId, other]],
      ['read-attachment', { attachmentId: ofContact, sha256: sha256(PNG) }, [contactId]],
    ]);
  });

  it('are neither added to a sealed log nor taken off it', async () => {
    const { id: ownerId } = valueOf(await vault.ask.meetings.save(meetingArg('M', [contactId])));
    const file = vault.grantOpen('note.txt', Buffer.from('A note'));
    const added = valueOf(
      await vault.ask.attachments.add({ ownerType: 'meeting-log', ownerId, file }),
    );
    await vault.ask.meetings.seal({ id: ownerId });
    const outcomes = [
      await vault.ask.attachments.add({ ownerType: 'meeting-log', ownerId, file }),
      await vault.ask.attachments.remove({ id: added.id }),
    ];
    expect(outcomes.map((one) => failureIn(one))).toEqual([{ kind: 'sealed' }, { kind: 'sealed' }]);
  });

  it('belong to a contact or log that there is', async () => {
    const ownerId = '01890000-0000-7000-8000-000000000001';
    const file = vault.grantOpen('note.txt', Buffer.from('A note'));
    const outcomes = [
      await vault.ask.attachments.add({ ownerType: 'contact', ownerId, file }),
      await vault.ask.attachments.add({ ownerType: 'meeting-log', ownerId, file }),
      await vault.ask.attachments.remove({ id: ownerId }),
      await vault.ask.attachments.read({ sha256: sha256(PNG) }),
    ];
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      { kind: 'not-found', record: { type: 'contact', id: ownerId } },
      { kind: 'not-found', record: { type: 'meeting-log', id: ownerId } },
      { kind: 'not-found', record: { type: 'attachment', id: ownerId } },
      { kind: 'not-found', record: null },
    ]);
  });
});

describe('a contact’s photo', () => {
  it('is one of the attachments, replaced and taken away with it, and brought back by undo', async () => {
    const set = async (file: string | null) =>
      valueOf(await vault.ask.contacts.setPhoto({ id: contactId, file }));
    await set(vault.grantOpen('one.png', PNG));
    const first = [await photo(), await attached()];
    await set(vault.grantOpen('two.gif', GIF));
    const second = [await photo(), await attached()];
    const { changeSetId } = await set(null);
    const none = [await photo(), await attached()];
    await vault.ask.history.undo({ changeSetId: changeSetId ?? '' });
    expect([first, second, none, [await photo(), await attached()]]).toEqual([
      [sha256(PNG), [['one.png', 'image/png', PNG.length]]],
      [sha256(GIF), [['two.gif', 'image/gif', GIF.length]]],
      [null, []],
      [sha256(GIF), [['two.gif', 'image/gif', GIF.length]]],
    ]);
  });

  it('is gone when its attachment is removed', async () => {
    await vault.ask.contacts.setPhoto({ id: contactId, file: vault.grantOpen('one.png', PNG) });
    const [file] = valueOf(await vault.ask.contacts.page({ id: contactId })).attachments;
    valueOf(await vault.ask.attachments.remove({ id: file?.id ?? '' }));
    expect(await photo()).toBeNull();
  });

  it('is refused unless its bytes are those of an image that is shown, whatever its name', async () => {
    const svg = vault.grantOpen('photo.png', Buffer.from('<svg onload="alert(1)"/>'));
    const outcome = await vault.ask.contacts.setPhoto({ id: contactId, file: svg });
    expect([failureIn(outcome), await photo()]).toEqual([{ kind: 'file-kind-unknown' }, null]);
  });

  it('is not changed by a form, old or forged', async () => {
    const fields = contactFields('Samira');
    await vault.ask.contacts.setPhoto({ id: contactId, file: vault.grantOpen('one.png', PNG) });
    await vault.ask.contacts.save({ id: contactId, fields: { ...fields, photo: 'a'.repeat(64) } });
    const kept = await photo();
    await vault.ask.contacts.save({ id: contactId, fields });
    expect([kept, await photo()]).toEqual([sha256(PNG), sha256(PNG)]);
  });
});
