import type { CardEffectName, OfficerView } from '../../shared/contract/officers.ts';
import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { nameAsSeen } from '../../shared/model/name-as-seen.ts';
import { isTrusted, type Officer, type OfficerFields } from '../../shared/model/officer.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import {
  CARD_MAX_BYTES,
  cardKeys,
  cardSuccessions,
  parseOfficerCard,
  serialiseOfficerCard,
  type OfficerCard,
} from '../keys/officer-card.ts';
import { parseCardCode } from '../keys/officer-card-code.ts';
import { findOfficer, listOfficers, ownOfficer } from '../store/officers.ts';
import { compareLabels } from './collation.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { readGrantedFile, writeGrantedFile } from './granted-file.ts';
import { officerAfterCard, officerAfterComparison } from './officer-trust.ts';
import { ownCard, ownCardCode } from './own-card.ts';
import { rotateKeys } from './own-keys.ts';
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
    noteCardLeft(context, 'export');
    return ok({});
  },

  myCardCode: async (context) => ok({ code: await ownCardCode(context) }),

  printCard: async (context) => {
    const code = await ownCardCode(context);
    noteCardLeft(context, 'print');
    return ok({ code });
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

  verify: (context, { id, words, how, on, by }) => {
    const officer = otherOfficer(context, id);
    if (officer === null) return notFound('officer', id);
    if (on > context.today()) return invalid(['on'], 'in-the-future');
    const verifiedBy = comparer(context, id, by);
    if (typeof verifiedBy === 'string') return invalid(['by'], verifiedBy);
    const comparison = { verifiedHow: how, verifiedOn: on, verifiedBy };
    const now = context.now().toISOString();
    const after = officerAfterComparison(officer, words, comparison, now);
    return after === null
      ? fail({ kind: 'stale-record', record: { type: 'officer', id } })
      : updated(context, id, after);
  },

  dropOtherCard: (context, { id }) =>
    otherOfficer(context, id) === null
      ? notFound('officer', id)
      : updated(context, id, { otherCard: null }),

  revoke: (context, { id, why, note }) =>
    otherOfficer(context, id) === null
      ? notFound('officer', id)
      : updated(context, id, {
          trust: 'revoked',
          revocation: { on: context.today(), why, note },
        }),

  rotateKeys,
};

function noteCardLeft({ store }: VaultContext, kind: 'export' | 'print'): void {
  appendAccess(store, { kind, detail: { what: 'officer-card' }, contactIds: [] });
}

/** An officer here who is not the one whose vault this is. */
function otherOfficer({ store }: VaultContext, id: string): Officer | null {
  const officer = findOfficer(store, id);
  return officer?.trust === 'self' ? null : officer;
}

function updated(
  context: VaultContext,
  id: string,
  fields: Partial<OfficerFields>,
): ReturnType<typeof ok<{ id: string; changeSetId: string | null }>> {
  const { changeSetId } = write(context, 'officer', (writer) => {
    writer.update('officer', id, fields);
  });
  return ok({ id, changeSetId });
}

/**
 * Who compared a fingerprint, by the name that their card here gives them; the code of the rule
 * that is broken where it cannot be they: nobody vouches for themselves, and nobody whose own card
 * is not trusted vouches for another.
 */
function comparer(
  { store, author }: VaultContext,
  ofId: string,
  by: OfficerFields['verifiedBy'],
): NonNullable<OfficerFields['verifiedBy']> | 'vouches-for-themselves' | 'not-verified' {
  if (by === null) return { officerId: author.id, name: author.name };
  if (by.officerId === null) return by;
  if (by.officerId === ofId) return 'vouches-for-themselves';
  const colleague = findOfficer(store, by.officerId);
  if (colleague === null || !isTrusted(colleague.trust)) return 'not-verified';
  return { officerId: colleague.id, name: colleague.name };
}

type CardFailure = FailureOf<'card-outdated' | 'card-own-id'>;

/** Takes in a card that was read, by file or code. */
function takeIn(
  context: VaultContext,
  card: OfficerCard,
): Outcome<{ id: string; changeSetId: string | null; effect: CardEffectName }, CardFailure> {
  const { officerId: id, name, post, issuedAt: cardIssuedAt } = card;
  // Our own card says nothing new, and one with other keys under our id says nothing true.
  if (id === context.author.id) return fail({ kind: 'card-own-id' });
  const before = findOfficer(context.store, id);
  const content = { name, post, keys: cardKeys(card), cardIssuedAt };
  const after = officerAfterCard(before, id, content, cardSuccessions(card));
  if (after === 'outdated') return fail({ kind: 'card-outdated' });
  if (after === 'nothing-new') return ok({ id, changeSetId: null, effect: after });
  const { changeSetId } = write(context, 'officer', (writer) => {
    if (before === null) writer.create('officer', after, id);
    else writer.update('officer', id, after);
  });
  return ok({ id, changeSetId, effect: effectOf(before, after) });
}

function effectOf(before: Officer | null, after: OfficerFields): CardEffectName {
  if (before === null) return 'new';
  if (after.keys.signingKey !== before.keys.signingKey) {
    return isTrusted(after.trust) ? 'rotated' : 'rotated-unverified';
  }
  return after.cardIssuedAt === before.cardIssuedAt ? 'kept-beside' : 'newer-details';
}

function viewOf(officer: Officer, all: readonly Officer[]): OfficerView {
  const { id, otherCard } = officer;
  const wordsOf = (keys: Officer['keys']): string[] => [
    ...officerFingerprint({ ...keys, officerId: id }).words,
  ];
  const name = nameAsSeen(officer.name);
  const others = all.filter((other) => other.id !== id);
  return {
    ...officer,
    fingerprintWords: wordsOf(officer.keys),
    otherCardWords: otherCard === null ? null : wordsOf(otherCard.keys),
    namesakes: others.filter((other) => nameAsSeen(other.name) === name).length,
  };
}
