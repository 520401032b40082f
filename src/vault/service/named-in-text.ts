import type { ContactName } from '../../shared/model/contact.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

/**
 * Whether a text holds the full name of a contact, in any case and as words of its own. A name of
 * one word is not looked for: too many of them are words of the language ("Hope").
 */
export function namesAContact(store: ReadStore, text: string): boolean {
  const folded = ` ${wordsOf(text)} `;
  return store.orm
    .select({ names: contact.names })
    .from(contact)
    .all()
    .flatMap(({ names }) => names.map((name: ContactName) => wordsOf(name.text)))
    .some((name) => name.includes(' ') && folded.includes(` ${name} `));
}

function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
