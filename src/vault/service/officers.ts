import type { OfficerView } from '../../shared/contract/bundles.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { Officer } from '../../shared/model/officer.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import {
  CARD_MAX_BYTES,
  cardKeys,
  issueOfficerCard,
  parseOfficerCard,
  serialiseOfficerCard,
} from '../keys/officer-card.ts';
import { findOfficer, listOfficers } from '../store/officers.ts';
import { compareLabels } from './collation.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { readGrantedFile, writeGrantedFile } from './granted-file.ts';
import { officerAfterCard } from './officer-trust.ts';
import { write } from './write.ts';

export const officerHandlers: Handlers<Calls, 'vault', VaultContext>['officers'] = {
  /** This officer first, then by name. */
  list: ({ store, author }) =>
    ok(
      listOfficers(store)
        .map(viewOf)
        .sort(
          (a, b) =>
            Number(b.id === author.id) - Number(a.id === author.id) ||
            compareLabels({ label: a.name, id: a.id }, { label: b.name, id: b.id }),
        ),
    ),

  me: ({ store, author }) => ok(viewOf(ownOfficer(store, author.id))),

  exportCard: async (context, { file }) => {
    const { store, author } = context;
    const { name, post } = ownOfficer(store, author.id);
    const issuedAt = context.now();
    const card = await issueOfficerCard(context.identity(), { name, post, issuedAt });
    // Name and post of the own record hold what a card cannot: marks that turn the text round.
    if (!card.ok) return invalid(['name'], 'not-for-a-card');
    const written = writeGrantedFile(context, file, serialiseOfficerCard(card.value));
    if (!written.ok) return written;
    appendAccess(store, { kind: 'export', detail: { what: 'officer-card' }, contactIds: [] });
    return ok({});
  },

  importCard: (context, { file }) => {
    const { store, author } = context;
    const read = readGrantedFile(context, file, CARD_MAX_BYTES);
    if (!read.ok) return read;
    const parsed = parseOfficerCard(read.value.bytes);
    if (!parsed.ok) return parsed;
    const { officerId: id, name, post, issuedAt } = parsed.value;
    // Our own card says nothing new, and one with other keys under our id says nothing true.
    if (id === author.id) return fail({ kind: 'card-invalid' });
    const before = findOfficer(store, id);
    const card = { name, post, keys: cardKeys(parsed.value), cardIssuedAt: issuedAt };
    const after = officerAfterCard(before, card, context.today());
    if (after === 'outdated') return fail({ kind: 'card-invalid' });
    if (after === 'nothing-new') return ok({ id, changeSetId: null });
    const { changeSetId } = write(context, 'officer', (writer) => {
      if (before === null) writer.create('officer', after, id);
      else writer.update('officer', id, after);
    });
    return ok({ id, changeSetId });
  },

  verify: (context, { id, how, on }) => {
    const officer = findOfficer(context.store, id);
    if (officer === null || officer.trust === 'self') return notFound('officer', id);
    if (on > context.today()) return invalid(['on'], 'in-the-future');
    const { changeSetId } = write(context, 'officer', (writer) => {
      writer.update('officer', id, { trust: 'verified', verifiedHow: how, verifiedOn: on });
    });
    return ok({ id, changeSetId });
  },

  revoke: (context, { id, note }) => {
    const officer = findOfficer(context.store, id);
    if (officer === null || officer.trust === 'self') return notFound('officer', id);
    const { changeSetId } = write(context, 'officer', (writer) => {
      writer.update('officer', id, { trust: 'revoked', note });
    });
    return ok({ id, changeSetId });
  },
};

function viewOf(officer: Officer): OfficerView {
  const { words } = officerFingerprint({ ...officer.keys, officerId: officer.id });
  return { ...officer, fingerprintWords: [...words] };
}

function ownOfficer(store: VaultContext['store'], id: string): Officer {
  const own = findOfficer(store, id);
  if (own === null) throw new Error('the vault has no record of its own officer');
  return own;
}
