import { randomUUID } from 'node:crypto';
import type { CallChannel } from '../../src/shared/contract/contract.ts';
import { picturePng } from '../../scripts/demo/picture-png.ts';
import { OVERRIDE } from '../unit/vault/service/records.ts';
import { giveCard, send } from './handover.ts';
import { addAction, addTraveller, consentArg, valueOf } from './records.ts';
import { openVaultOf, type VaultHere } from './vault-here.ts';
import { TODAY } from './vault-template.ts';

type Arg = Readonly<Record<string, unknown>>;

const CARD = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:A. Newcomer', 'END:VCARD', ''].join('\r\n');

/**
 * An officer of another post, and what comes from there: a card, and a bundle of actions under way,
 * one with the consent it needs, one on an override, one whose consent was withdrawn since.
 */
export class Neighbour {
  readonly vault: VaultHere;
  readonly #bundlePath: string;
  readonly #cardPath: string;
  readonly #cardCode: string;

  private constructor(vault: VaultHere, bundlePath: string, cardPath: string, cardCode: string) {
    this.vault = vault;
    this.#bundlePath = bundlePath;
    this.#cardPath = cardPath;
    this.#cardCode = cardCode;
  }

  /** @param ownName The officer whose vaults, made from one template, can open the bundle. */
  static async make(ownName: string): Promise<Neighbour> {
    const vault = await openVaultOf('Nadia Neighbour');
    const own = await openVaultOf(ownName);
    const recipientId = await giveCard(own, vault);
    own.dispose();
    const contactId = await addTraveller(vault, 'From elsewhere');
    const decide = async (change: Parameters<typeof consentArg>[3]): Promise<void> => {
      const purposes = ['private-approach' as const];
      valueOf(await vault.ask.consents.record(consentArg(contactId, purposes, ['any'], change)));
    };
    await decide({ decidedOn: '2026-11-20' });
    for (const title of ['Finished with consent', 'Left without it']) {
      const id = await addAction(vault, title, [contactId]);
      const status = title.startsWith('Finished') ? 'done' : 'in-progress';
      valueOf(await vault.ask.actions.move({ id, status }));
    }
    vault.clock.today = '2026-11-25';
    const trial = await addAction(vault, 'On their override', [contactId], {
      type: 'trial-observation',
    });
    const override = { ...OVERRIDE };
    valueOf(await vault.ask.actions.move({ id: trial, status: 'in-progress', override }));
    await decide({ decidedOn: '2026-11-25', decision: 'withdrawn' });
    vault.clock.today = TODAY;
    const { path } = await send(vault, { contactIds: [contactId], recipientId });
    const cardPath = vault.path('neighbour-card.json');
    valueOf(await vault.ask.officers.exportCard({ file: vault.grantSave(cardPath) }));
    const { code } = valueOf(await vault.ask.officers.myCardCode());
    return new Neighbour(vault, path, cardPath, code ?? '');
  }

  dispose(): void {
    this.vault.dispose();
  }

  /**
   * What no schema can say of an argument: files that are granted, and what an earlier call of the
   * same vault gave (a preview, an opened bundle).
   */
  async fill(vault: VaultHere, channel: CallChannel, arg: unknown): Promise<unknown> {
    const given = arg as Arg;
    switch (channel) {
      case 'attachments.add':
        return { ...given, file: vault.grantBytes(`${randomUUID()}.txt`, Buffer.from('A word')) };
      case 'contacts.setPhoto': {
        const picture = picturePng(8, [1, 2, 3], [4, 5, 6]);
        return { ...given, file: vault.grantBytes(`${randomUUID()}.png`, picture) };
      }
      case 'officers.exportCard':
        return { ...given, file: vault.grantSave(vault.path(randomUUID())) };
      case 'officers.importCard':
        return { ...given, file: vault.grantOpen(this.#cardPath) };
      case 'officers.importCardCode':
        return { ...given, code: this.#cardCode };
      case 'bundles.open':
        return { ...given, file: vault.grantOpen(this.#bundlePath) };
      case 'bundles.apply': {
        const opened = await vault.ask.bundles.open({ file: vault.grantOpen(this.#bundlePath) });
        return opened.ok ? { ...given, importId: opened.value.importId } : given;
      }
      case 'bundles.export': {
        const { previewId: _, file: _file, ...choice } = given;
        const preview = await vault.invoke('bundles.previewExport', choice);
        const { previewId = '' } = preview.ok ? (preview.value as { previewId: string }) : {};
        return { ...given, previewId, file: vault.grantSave(vault.path(`${randomUUID()}.age`)) };
      }
      case 'imports.applyVcard': {
        const file = vault.grantBytes(`${randomUUID()}.vcf`, Buffer.from(CARD));
        const preview = await vault.ask.imports.previewVcard({ file });
        return preview.ok ? { ...given, importId: preview.value.importId } : given;
      }
      default:
        return arg;
    }
  }
}
