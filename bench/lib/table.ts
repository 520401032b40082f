/** Prints rows as a plain table: the first column to the left, the others to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const [index, row] of all.entries()) {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? '';
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    process.stdout.write(`${cells.join('  ')}\n`);
    if (index === 0) {
      process.stdout.write(`${widths.map((width) => '-'.repeat(width)).join('  ')}\n`);
    }
  }
}

/** Milliseconds with about three figures. */
export function inMs(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function asRatio(value: number, peer: number): string {
  return `${(value / peer).toFixed(2)}x`;
}
