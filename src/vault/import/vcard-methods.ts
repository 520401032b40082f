import type { ContactMethod } from '../../shared/model/contact.ts';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';
import type { VcardReason } from '../../shared/model/vcard-reasons.ts';
import type { ContactMethodKind } from '../../shared/model/vocabulary/contact.ts';
import { cleanLine } from './clean-text.ts';
import { plainText, type VcardProperty } from './vcard-property.ts';

export type MethodDraft = Pick<ContactMethod, 'kind' | 'value' | 'note' | 'preferred'>;
export type MethodResult =
  | { readonly method: MethodDraft; readonly changes: readonly VcardReason[] }
  | { readonly refused: VcardReason };

/** Messengers by what their types, labels, properties and URI schemes hold. */
const MESSENGERS: readonly (readonly [pattern: RegExp, kind: ContactMethodKind])[] = [
  [/signal|sgnl/u, 'signal'],
  [/whats-?app/u, 'whatsapp'],
  [/telegram|^tg$/u, 'telegram'],
];
/** Schemes that only say what the kind of method says already. */
const DROPPED_SCHEMES =
  /^(tel|mailto|signal|sgnl|whatsapp|telegram|tg|x-apple|xmpp|skype|sip|sips|aim|icq|msnim|ymsgr):(?!\/\/)/iu;
/** Schemes that only a browser would act on, and never to anyone's good. */
const UNSAFE_SCHEMES = /^\s*(javascript|vbscript|data|file|blob):/iu;

/** TEL, EMAIL, IMPP and the messengers' own properties. */
export function readReachable(property: VcardProperty, label: string | null): MethodResult {
  const raw = plainText(property).trim();
  if (UNSAFE_SCHEMES.test(raw)) return { refused: 'unsafe-uri' };
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(raw)?.[1]?.toLowerCase() ?? '';
  const hints = [scheme, property.service ?? '', label ?? '', property.name, ...property.types].map(
    (hint) => hint.toLowerCase(),
  );
  const messenger = MESSENGERS.find(([pattern]) => hints.some((hint) => pattern.test(hint)));
  const kind = messenger?.[1] ?? plainKind(property);
  const value = raw.replace(DROPPED_SCHEMES, '');
  const words = property.types.filter(
    (type) => !['voice', 'internet', 'x-internet'].includes(type),
  );
  const said = label ?? (kind === 'other' ? property.service : null) ?? words.join(', ');
  // A label that only repeats the kind says nothing.
  return finish(property, kind, value, said.toLowerCase() === kind ? '' : said, value !== raw);
}

/** ADR: post office box, extended, street, locality, region, postal code, country. */
export function readAddress(property: VcardProperty, label: string | null): MethodResult {
  const parts = property.components
    .map((values) =>
      values
        .map((value) => value.trim())
        .filter(Boolean)
        .join(', '),
    )
    .filter((part) => part !== '');
  return finish(property, 'post', parts.join(', '), label ?? property.types.join(', '), false);
}

export function readWeb(property: VcardProperty, label: string | null): MethodResult {
  const raw = plainText(property).trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/iu.test(raw);
  if (hasScheme && !/^https?:/iu.test(raw)) return { refused: 'unsafe-uri' };
  return finish(property, 'web', raw, label ?? property.types.join(', '), false);
}

function plainKind(property: VcardProperty): ContactMethodKind {
  if (property.name === 'EMAIL') return 'email';
  if (property.name === 'TEL' && !property.types.includes('fax')) return 'phone';
  return 'other';
}

function finish(
  property: VcardProperty,
  kind: ContactMethodKind,
  raw: string,
  rawNote: string,
  shortened: boolean,
): MethodResult {
  const value = cleanLine(raw, Number.POSITIVE_INFINITY);
  if (value.text === '') return { refused: 'empty-value' };
  // A number or address cut short would reach someone else.
  if (value.text.length > SHORT_TEXT_MAX) return { refused: 'too-long' };
  const note = cleanLine(rawNote, SHORT_TEXT_MAX).text;
  return {
    method: {
      kind,
      value: value.text,
      note: note === '' ? null : note,
      preferred: property.preferred,
    },
    changes: [...value.changes, ...(shortened ? (['uri-shortened'] as const) : [])],
  };
}
