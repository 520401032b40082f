import type { ContactFields } from '../../shared/model/contact.ts';

/**
 * A text as names and addresses are compared: without case, Latin accents, Arabic vowel signs and
 * doubled spaces. Vowel signs that carry the name, as in Devanagari or Thai, stay.
 */
export function foldForMatching(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0670\u0640]/gu, '')
    .toLocaleLowerCase('en')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What two records of one contact are likely to have in common. */
export function matchKeys(fields: Pick<ContactFields, 'names' | 'methods'>): string[] {
  const names = fields.names.map((name) => `name:${foldForMatching(name.text)}`);
  const methods = fields.methods.flatMap((method) => {
    if (method.kind === 'email') return [`email:${foldForMatching(method.value)}`];
    if (!['phone', 'signal', 'whatsapp', 'telegram'].includes(method.kind)) return [];
    const digits = method.value.replace(/\D+/gu, '');
    // The last nine digits are the same with and without the country's code or a leading zero.
    return digits.length < 6 ? [] : [`digits:${digits.slice(-9)}`];
  });
  return [...new Set([...methods, ...names])];
}

export interface Known {
  readonly id: string;
  readonly label: string;
}

/** Finds for a draft the contact that it may be; phone and e-mail count before names. */
export function likelySame(
  existing: Iterable<Known & Pick<ContactFields, 'names' | 'methods'>>,
): (fields: Pick<ContactFields, 'names' | 'methods'>) => Known | null {
  const byKey = new Map<string, Known>();
  for (const contact of existing) {
    for (const key of matchKeys(contact)) {
      if (!byKey.has(key)) byKey.set(key, { id: contact.id, label: contact.label });
    }
  }
  return (fields) => {
    for (const key of matchKeys(fields)) {
      const known = byKey.get(key);
      if (known !== undefined) return known;
    }
    return null;
  };
}
