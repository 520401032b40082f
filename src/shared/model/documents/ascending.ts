/** Whether texts are in strictly ascending order: then none is there twice. */
export function isAscending(texts: readonly string[]): boolean {
  return texts.every((text, i) => i === 0 || text > (texts[i - 1] ?? ''));
}
