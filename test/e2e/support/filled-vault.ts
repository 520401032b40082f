import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../scripts/demo/must.ts';
import { addPortfolio } from '../../../scripts/demo/portfolio.ts';
import { hostVault, type HostedVault } from '../../../scripts/demo/vault-host.ts';
import { emptyContactFields } from '../../../src/shared/model/contact.ts';
import { PASSPHRASE } from './officer.ts';

/** Enough for every list to scroll, few enough to be written in seconds. */
const MEETINGS = 60;

/** A vault folder that holds the demo's portfolio, and what a colleague sent. */
export interface FilledVault {
  /** A bundle from an officer whose card is not held yet. */
  readonly bundleFile: string;
  /** A contact with consent, meetings, actions, relationships and files. */
  readonly contactId: string;
  readonly meetingId: string;
  readonly actionId: string;
}

/** Fills `vaultDir` through real vault processes, as an officer would; opens with `PASSPHRASE`. */
export async function fillVault(vaultDir: string, filesDir: string): Promise<FilledVault> {
  mkdirSync(filesDir, { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  const own = hostVault(vaultDir);
  const other = hostVault(join(filesDir, 'colleague'));
  try {
    await Promise.all([
      create(own, 'Avery Demo', 'Port Serin (fictional)'),
      create(other, 'Blake Demo', 'Halmere (fictional)'),
    ]);
    const portfolio = await addPortfolio(own.ask, {
      today,
      meetings: MEETINGS,
      grantFile: (name, bytes) => {
        const path = join(filesDir, name);
        writeFileSync(path, bytes);
        return own.grant(path, 'open');
      },
    });
    const bundleFile = await bundleFrom(other, own, filesDir, today);
    const actions = must(await own.ask.actions.list({}), 'actions');
    const busiest = portfolio.contacts[0];
    const meetingId = portfolio.meetingIds.at(-1);
    const actionId = actions[0]?.id;
    if (busiest === undefined || meetingId === undefined || actionId === undefined) {
      throw new Error('The portfolio is empty.');
    }
    return { bundleFile, contactId: busiest.id, meetingId, actionId };
  } finally {
    await Promise.all([own.close(), other.close()]);
  }
}

async function create(vault: HostedVault, officerName: string, post: string): Promise<void> {
  const made = await vault.ask.session.createVault({ passphrase: PASSPHRASE, officerName, post });
  const { recoveryCode } = must(made, 'create vault');
  must(await vault.ask.session.confirmRecoveryCode({ recoveryCode }), 'recovery code');
}

/** One contact from the colleague, sealed for this vault; and the colleague's card, taken in. */
async function bundleFrom(
  from: HostedVault,
  to: HostedVault,
  dir: string,
  today: string,
): Promise<string> {
  const card = async (of: HostedVault, at: HostedVault, name: string): Promise<string> => {
    const path = join(dir, name);
    must(await of.ask.officers.exportCard({ file: of.grant(path, 'save') }), 'card');
    return must(await at.ask.officers.importCard({ file: at.grant(path, 'open') }), 'card').id;
  };
  const recipientId = await card(to, from, 'own-card.json');
  must(await from.ask.officers.verify({ id: recipientId, how: 'by-voice', on: today }), 'verify');
  await card(from, to, 'colleague-card.json');
  const fields = { ...emptyContactFields(), riskLevel: 'medium' as const, tags: ['FICTIONAL'] };
  const added = await from.ask.contacts.save({
    id: null,
    fields: {
      ...fields,
      names: [
        {
          id: '6f1d3c52-9d5e-4f0b-8c7a-2b6a1f4e9d77',
          kind: 'primary',
          text: 'Ilse Marrow',
          script: 'Latn',
        },
      ],
    },
  });
  const contactId = must(added, 'contact').id;
  const consent = await from.ask.consents.record({
    contactId,
    purposes: ['hold-record', 'share-inside-mission'],
    audiences: ['own-mission', 'other-posts'],
    details: {
      decision: 'given',
      decidedOn: today,
      givenBy: 'self',
      proxy: null,
      how: 'in-person',
      language: 'en',
      interpreter: null,
      conditions: '',
      withheld: [],
      expiresOn: null,
      reviewOn: null,
      note: 'FICTIONAL',
    },
  });
  must(consent, 'consent');
  const path = join(dir, 'from-colleague.age');
  const choice = { contactIds: [contactId], audience: 'other-posts' as const, recipientId };
  const { previewId } = must(await from.ask.bundles.previewExport(choice), 'preview');
  const sealed = await from.ask.bundles.export({
    ...choice,
    keyType: 'hybrid',
    file: from.grant(path, 'save'),
    previewId,
  });
  must(sealed, 'export');
  return path;
}
