import { fail, type Outcome } from '../../shared/outcome.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { CARD_CODE_MAX_CHARS, type SuccessionReason } from '../../shared/model/officer.ts';
import type { KeySuccession } from './key-succession.ts';
import { parseOfficerCard, serialiseOfficerCard, type OfficerCard } from './officer-card.ts';

const PREFIX = 'STEADY-STATE-CARD';
const KEY = '[0-9A-F]{64}';
const SIGNATURE = '[0-9A-F]{128}';
const MS = '(?:0|[1-9][0-9]{0,14})';
/** How a reason is spelled in a code: by its first letter. */
const REASONS = {
  R: 'routine',
  P: 'post-change',
  L: 'suspected-loss',
} as const satisfies Record<string, SuccessionReason>;
const STEP = `${KEY}\\.${KEY}\\.${MS}\\.[${Object.keys(REASONS).join('')}]\\.${SIGNATURE}\\.${SIGNATURE}`;
const FORM = new RegExp(
  `^${[
    PREFIX,
    '(?<version>[12])',
    '(?<officerId>[0-9A-F-]{36})',
    '(?<ageRecipient>AGE1[02-9AC-HJ-NP-Z]+)',
    '(?<ageHybridRecipient>AGE1PQ1[02-9AC-HJ-NP-Z]+)',
    `(?<signingKey>${KEY})`,
    `(?<issuedAtMs>${MS})`,
    '(?<name>(?:[0-9A-F]{2})+)',
    `(?<post>(?:[0-9A-F]{2})+)(?::(?<successions>${STEP}(?:/${STEP})*))?`,
    `(?<signature>${SIGNATURE})`,
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
    String(card.version),
    card.officerId.toUpperCase(),
    card.ageRecipient.toUpperCase(),
    card.ageHybridRecipient.toUpperCase(),
    hexOf(card.signingKey, 'base64'),
    String(Date.parse(card.issuedAt)),
    hexOf(card.name, 'utf8'),
    hexOf(card.post, 'utf8'),
    ...(card.version === 1 ? [] : [card.successions.map(stepCode).join('/')]),
    hexOf(card.signature, 'base64'),
  ].join(':');
  return code.length <= CARD_CODE_MAX_CHARS ? code : null;
}

/**
 * The card that a code stands for, as strictly read as one from a file: the code only spells it
 * otherwise, so its signatures are those of the card itself.
 */
export function parseCardCode(code: string): Outcome<OfficerCard, FailureOf<'card-invalid'>> {
  const parts = code.length <= CARD_CODE_MAX_CHARS ? FORM.exec(code)?.groups : undefined;
  if (parts === undefined) return fail({ kind: 'card-invalid' });
  const part = (name: string): string => parts[name] ?? '';
  const issuedAt = instantOf(part('issuedAtMs'));
  const steps = part('successions') === '' ? [] : part('successions').split('/').map(stepOf);
  const successions = steps.filter((step) => step !== null);
  if (issuedAt === null || successions.length < steps.length) return fail({ kind: 'card-invalid' });
  return parseOfficerCard(
    serialiseOfficerCard({
      format: 'steady-state-officer-card',
      ...(part('version') === '1' && steps.length === 0
        ? { version: 1 }
        : { version: 2, successions }),
      officerId: part('officerId').toLowerCase(),
      ageRecipient: part('ageRecipient').toLowerCase(),
      ageHybridRecipient: part('ageHybridRecipient').toLowerCase(),
      signingKey: base64Of(part('signingKey')),
      issuedAt,
      name: Buffer.from(part('name'), 'hex').toString('utf8'),
      post: Buffer.from(part('post'), 'hex').toString('utf8'),
      signature: base64Of(part('signature')),
    }),
  );
}

function stepCode({ from, at, reason, signatures }: KeySuccession): string {
  return [
    from.fingerprint.toUpperCase(),
    hexOf(from.signingKey, 'base64'),
    String(Date.parse(at)),
    Object.entries(REASONS).find(([, spelled]) => spelled === reason)?.[0],
    hexOf(signatures.from, 'base64'),
    hexOf(signatures.to, 'base64'),
  ].join('.');
}

/** The succession of a code whose form is known to be right; null where its date is none. */
function stepOf(code: string): KeySuccession | null {
  const [fingerprint = '', signingKey = '', ms = '', reason = '', from = '', to = ''] =
    code.split('.');
  const at = instantOf(ms);
  if (at === null) return null;
  return {
    from: { fingerprint: fingerprint.toLowerCase(), signingKey: base64Of(signingKey) },
    at,
    reason: REASONS[reason as keyof typeof REASONS],
    signatures: { from: base64Of(from), to: base64Of(to) },
  };
}

/** The last millisecond a date can stand for (ECMA-262, "Time Values and Time Range"). */
const MAX_DATE_MS = 8.64e15;

function instantOf(ms: string): string | null {
  return Number(ms) > MAX_DATE_MS ? null : new Date(Number(ms)).toISOString();
}

function base64Of(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

function hexOf(text: string, encoding: 'base64' | 'utf8'): string {
  return Buffer.from(text, encoding).toString('hex').toUpperCase();
}
