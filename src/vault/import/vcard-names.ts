import type { ContactName } from '../../shared/model/contact.ts';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';
import type { VcardReason } from '../../shared/model/vcard-reasons.ts';
import { cleanLine } from './clean-text.ts';
import { foldForMatching } from './likely-same.ts';
import { scriptOf } from './script-of.ts';
import type { VcardProperty } from './vcard-property.ts';

export type NameDraft = Omit<ContactName, 'id'>;

/** Writing systems in which the family name comes first and no space follows it. */
const FAMILY_FIRST = new Set(['Hani', 'Jpan', 'Hira', 'Kana', 'Hang', 'Kore']);

/** The parts of an N line put together as its script writes a name; empty where it has none. */
export function composeName(property: VcardProperty): string {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] =
    property.components.map((values) =>
      values
        .map((value) => value.trim())
        .join(' ')
        .trim(),
    );
  const script = scriptOf(`${family}${given}`);
  if (script !== null && FAMILY_FIRST.has(script)) return `${family}${given}`;
  return [prefix, given, additional, family, suffix].filter(Boolean).join(' ');
}

/** Whether a shown name already says every family and given name of an N line. */
export function saysTheSame(shown: string, property: VcardProperty): boolean {
  const within = squeeze(shown);
  return property.components
    .slice(0, 2)
    .flat()
    .every((part) => within.includes(squeeze(part)));
}

export function nameDraft(
  raw: string,
  kind: NameDraft['kind'],
): { name: NameDraft | null; changes: readonly VcardReason[] } {
  const { text, changes } = cleanLine(raw, SHORT_TEXT_MAX);
  return { name: text === '' ? null : { kind, text, script: scriptOf(text) }, changes };
}

/** A further name in another script than the shown one is its transliteration, else an alias. */
export function furtherKind(shown: NameDraft | undefined, raw: string): NameDraft['kind'] {
  const script = scriptOf(raw);
  return shown?.script != null && script !== null && script !== shown.script
    ? 'transliteration'
    : 'alias';
}

function squeeze(text: string): string {
  return foldForMatching(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
