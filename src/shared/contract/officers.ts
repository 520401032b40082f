import { z } from 'zod';
import {
  CARD_CODE_MAX_CHARS,
  comparedBy,
  officerFields,
  REVOKED_WHY,
  SUCCESSION_REASONS,
  VERIFIED_HOW,
} from '../model/officer.ts';
import { calendarDate, longText, recordId, shortText } from '../model/primitives.ts';
import { nothing, vaultCall } from './define.ts';
import { fileToken, written } from './parts.ts';

/** The words of a fingerprint; as many as fingerprint-words.ts makes. */
const fingerprintWords = z.array(z.string().max(20)).max(10);

export const officerView = z.strictObject({
  ...officerFields.shape,
  id: recordId,
  /** The fingerprint of the officer's keys, as words to read aloud. */
  fingerprintWords,
  /** The same of the second card under their identifier. */
  otherCardWords: fingerprintWords.nullable(),
  /** Other officers under the same name: one of them may be an impersonator. */
  namesakes: z.number().int().nonnegative(),
});
export type OfficerView = z.infer<typeof officerView>;

/** What came of a card that was taken in. */
export const CARD_EFFECTS = [
  'new',
  'newer-details',
  'rotated',
  'rotated-unverified',
  'kept-beside',
  'nothing-new',
] as const;
export type CardEffectName = (typeof CARD_EFFECTS)[number];

const cardTaken = z.strictObject({ ...written.shape, effect: z.enum(CARD_EFFECTS) });
const cardFailures = ['card-invalid', 'card-outdated', 'card-own-id'] as const;

export const officers = {
  list: vaultCall({ arg: nothing, result: z.array(officerView) }),
  me: vaultCall({ arg: nothing, result: officerView }),
  /** Writes this officer's card, which holds no secret, to a file. */
  exportCard: vaultCall({
    arg: z.strictObject({ file: fileToken }),
    result: nothing,
    failures: ['file-not-granted', 'file-unreadable'],
  }),
  /** Takes in another officer's card. It gives no trust but what succeeds from keys held here. */
  importCard: vaultCall({
    arg: z.strictObject({ file: fileToken }),
    result: cardTaken,
    failures: ['file-not-granted', 'file-unreadable', 'file-too-large', ...cardFailures],
  }),
  /** This officer's card as the text of a QR code; null where it is too long for one. */
  myCardCode: vaultCall({ arg: nothing, result: z.strictObject({ code: z.string().nullable() }) }),
  /** The same for a sheet of paper, which the access log then holds. */
  printCard: vaultCall({ arg: nothing, result: z.strictObject({ code: z.string().nullable() }) }),
  /** As `importCard`, from the text of a QR code. */
  importCardCode: vaultCall({
    arg: z.strictObject({ code: z.string().max(CARD_CODE_MAX_CHARS) }),
    result: cardTaken,
    failures: cardFailures,
  }),
  /**
   * Records that a fingerprint was compared with the officer and found the same: that of the card
   * held, or of the second one, which then takes its place. `stale-record` where the words are of
   * neither any more.
   */
  verify: vaultCall({
    arg: z.strictObject({
      id: recordId,
      words: fingerprintWords,
      how: z.enum(VERIFIED_HOW),
      on: calendarDate,
      /** The colleague who compared it; null where this officer did. */
      by: comparedBy.nullable(),
    }),
    result: written,
    failures: ['not-found', 'stale-record'],
  }),
  /** Puts the second card under an officer's identifier away; theirs stays as it is. */
  dropOtherCard: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
  revoke: vaultCall({
    arg: z.strictObject({ id: recordId, why: z.enum(REVOKED_WHY), note: longText }),
    result: written,
    failures: ['not-found'],
  }),
  /**
   * Gives this officer new keys, which the old ones sign. What was sealed for the old ones still
   * opens here; nothing can be signed with them any more.
   */
  rotateKeys: vaultCall({
    arg: z.strictObject({ reason: z.enum(SUCCESSION_REASONS), post: shortText.nullable() }),
    result: written,
    failures: ['stale-record'],
  }),
} as const;
