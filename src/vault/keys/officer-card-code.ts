import { fail, type Outcome } from '../../shared/outcome.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { CARD_CODE_MAX_CHARS } from '../../shared/model/officer.ts';
import { parseOfficerCard, serialiseOfficerCard, type OfficerCard } from './officer-card.ts';

const PREFIX = 'STEADY-STATE-CARD';
const VERSION = '1';
const FORM = new RegExp(
  `^${[
    PREFIX,
    VERSION,
    '(?<officerId>[0-9A-F-]{36})',
    '(?<ageRecipient>AGE1[02-9AC-HJ-NP-Z]+)',
    '(?<ageHybridRecipient>AGE1PQ1[02-9AC-HJ-NP-Z]+)',
    '(?<signingKey>[0-9A-F]{64})',
    '(?<issuedAtMs>0|[1-9][0-9]{0,14})',
    '(?<name>(?:[0-9A-F]{2})+)',
    '(?<post>(?:[0-9A-F]{2})+)',
    '(?<signature>[0-9A-F]{128})',
  ].join(':')}$`,
  'u',
);

/**
 * An officer card as the text of a QR code: its members in one order, in the 45 characters that a
 * code packs densest (Bech32 is the same in capitals, and the rest is hexadecimal). Null where a
 * long name makes it too long for any code; the file still carries it.
 */
export function cardCode(card: OfficerCard): string | null {
  const code = [
    PREFIX,
    VERSION,
    card.officerId.toUpperCase(),
    card.ageRecipient.toUpperCase(),
    card.ageHybridRecipient.toUpperCase(),
    hexOf(card.signingKey, 'base64'),
    String(Date.parse(card.issuedAt)),
    hexOf(card.name, 'utf8'),
    hexOf(card.post, 'utf8'),
    hexOf(card.signature, 'base64'),
  ].join(':');
  return code.length <= CARD_CODE_MAX_CHARS ? code : null;
}

/**
 * The card that a code stands for, as strictly read as one from a file: the code only spells it
 * otherwise, so its signature is that of the card itself.
 */
export function parseCardCode(code: string): Outcome<OfficerCard, FailureOf<'card-invalid'>> {
  const parts = code.length <= CARD_CODE_MAX_CHARS ? FORM.exec(code)?.groups : undefined;
  if (parts === undefined) return fail({ kind: 'card-invalid' });
  const part = (name: string): string => parts[name] ?? '';
  const issuedAtMs = Number(part('issuedAtMs'));
  if (issuedAtMs > MAX_DATE_MS) return fail({ kind: 'card-invalid' });
  return parseOfficerCard(
    serialiseOfficerCard({
      format: 'steady-state-officer-card',
      version: 1,
      officerId: part('officerId').toLowerCase(),
      ageRecipient: part('ageRecipient').toLowerCase(),
      ageHybridRecipient: part('ageHybridRecipient').toLowerCase(),
      signingKey: Buffer.from(part('signingKey'), 'hex').toString('base64'),
      issuedAt: new Date(issuedAtMs).toISOString(),
      name: Buffer.from(part('name'), 'hex').toString('utf8'),
      post: Buffer.from(part('post'), 'hex').toString('utf8'),
      signature: Buffer.from(part('signature'), 'hex').toString('base64'),
    }),
  );
}

/** The last millisecond a date can stand for (ECMA-262, "Time Values and Time Range"). */
const MAX_DATE_MS = 8.64e15;

function hexOf(text: string, encoding: 'base64' | 'utf8'): string {
  return Buffer.from(text, encoding).toString('hex').toUpperCase();
}
