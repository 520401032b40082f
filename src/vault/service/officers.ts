import type { OfficerView } from '../../shared/contract/bundles.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { Officer } from '../../shared/model/officer.ts';
import { nameAsSeen } from '../../shared/model/name-as-seen.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import {
  CARD_MAX_BYTES,
  cardKeys,
  issueOfficerCard,
  parseOfficerCard,
  serialiseOfficerCard,
  type OfficerCard,
} from '../keys/officer-card.ts';
import { cardCode, parseCardCode } from '../keys/officer-card-code.ts';
import { findOfficer, listOfficers } from '../store/officers.ts';
import { compareLabels } from './collation.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { readGrantedFile, writeGrantedFile } from './granted-file.ts';
import { officerAfterCard } from './officer-trust.ts';
import { write } from './write.ts';

export const officerHandlers: Handlers<Calls, 'vault', VaultContext>['officers'] = {
  /** This officer first, then by name. */
  list: ({ store, author }) => {
    const officers = listOfficers(store);
    return ok(
      officers
        .map((officer) => viewOf(officer, officers))
        .sort(
          (a, b) =>
            Number(b.id === author.id) - Number(a.id === author.id) ||
            compareLabels({ label: a.name, id: a.id }, { label: b.name, id: b.id }),
        ),
    );
  },

  me: ({ store, author }) => ok(viewOf(ownOfficer(store, author.id), listOfficers(store))),

  exportCard: async (context, { file }) => {
    const card = await ownCard(context);
    // Name and post of the own record hold what a card cannot: marks that turn the text round.
    if (!card.ok) return invalid(['name'], 'not-for-a-card');
    const written = writeGrantedFile(context, file, serialiseOfficerCard(card.value));
    if (!written.ok) return written;
    appendAccess(context.store, {
      kind: 'export',
      detail: { what: 'officer-card' },
      contactIds: [],
    });
    return ok({});
  },

  myCardCode: async (context) => {
    const card = await ownCard(context);
    return ok({ code: card.ok ? cardCode(card.value) : null });
  },

  importCard: (context, { file }) => {
    const read = readGrantedFile(context, file, CARD_MAX_BYTES);
    if (!read.ok) return read;
    const parsed = parseOfficerCard(read.value.bytes);
    return parsed.ok ? takeIn(context, parsed.value) : parsed;
  },

  importCardCode: (context, { code }) => {
    const parsed = parseCardCode(code);
    return parsed.ok ? takeIn(context, parsed.value) : parsed;
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

/** A card of this officer as of now. */
function ownCard(context: VaultContext): ReturnType<typeof issueOfficerCard> {
  const { name, post } = ownOfficer(context.store, context.author.id);
  return issueOfficerCard(context.identity(), { name, post, issuedAt: context.now() });
}

/** Takes in a card that was read, by file or code. */
function takeIn(
  context: VaultContext,
  card: OfficerCard,
): Outcome<{ id: string; changeSetId: string | null }, FailureOf<'card-invalid'>> {
  const { officerId: id, name, post, issuedAt } = card;
  // Our own card says nothing new, and one with other keys under our id says nothing true.
  if (id === context.author.id) return fail({ kind: 'card-invalid' });
  const before = findOfficer(context.store, id);
  const content = { name, post, keys: cardKeys(card), cardIssuedAt: issuedAt };
  const after = officerAfterCard(before, content, context.today());
  if (after === 'outdated') return fail({ kind: 'card-invalid' });
  if (after === 'nothing-new') return ok({ id, changeSetId: null });
  const { changeSetId } = write(context, 'officer', (writer) => {
    if (before === null) writer.create('officer', after, id);
    else writer.update('officer', id, after);
  });
  return ok({ id, changeSetId });
}

function viewOf(officer: Officer, all: readonly Officer[]): OfficerView {
  const { words } = officerFingerprint({ ...officer.keys, officerId: officer.id });
  const name = nameAsSeen(officer.name);
  const others = all.filter(({ id }) => id !== officer.id);
  const namesakes = others.filter((other) => nameAsSeen(other.name) === name).length;
  return { ...officer, fingerprintWords: [...words], namesakes };
}

function ownOfficer(store: VaultContext['store'], id: string): Officer {
  const own = findOfficer(store, id);
  if (own === null) throw new Error('the vault has no record of its own officer');
  return own;
}
