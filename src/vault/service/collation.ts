const collator = new Intl.Collator('en-GB', { numeric: true });

/** Order of two labels as people read them; of equal labels by id, so that the order is one. */
export function compareLabels(
  a: { readonly label: string; readonly id: string },
  b: { readonly label: string; readonly id: string },
): number {
  return collator.compare(a.label, b.label) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
