/**
 * Letters of other scripts that look like a Latin one in nearly every typeface: from the
 * confusables of Unicode Technical Standard #39, those of the Cyrillic and Greek alphabets.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('аеорсухіјѕԁԛԝһѵ', 'aeopcyxijsdqwhv'),
  ...pairs('вкмнтгп', 'bkmhtrn'),
  ...pairs('αορυνικτηχ', 'aopuviktnx'),
]);

/**
 * A name as somebody takes it in at a glance: without capitals, marks, spaces and punctuation, and
 * with letters of another script read as the Latin ones they look like. Two officers whose names
 * are the same by this are told apart by their fingerprints only.
 */
export function nameAsSeen(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...bare].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
}

function pairs(alike: string, latin: string): [string, string][] {
  const plain = [...latin];
  return [...alike].map((letter, index) => [letter, plain[index] ?? letter]);
}
