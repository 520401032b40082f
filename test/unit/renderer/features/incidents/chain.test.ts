import { describe, expect, it } from 'vitest';
import { chainEntries } from '../../../../../src/renderer/features/incidents/chain.ts';

const row = (id: string, followsId: string | null) => ({ id, followsId });
const drawn = (rows: readonly ReturnType<typeof row>[]): string[] =>
  chainEntries(rows).map(({ row: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

describe('a chain of events', () => {
  it('is read along each branch before the next begins', () => {
    const rows = [row('a', null), row('b', 'a'), row('c', 'a'), row('d', 'b')];
    expect(drawn(rows)).toEqual(['a', '-b', '--d', '-c']);
  });

  it('begins with the oldest that is left where the first was removed', () => {
    expect(drawn([row('b', 'gone'), row('c', 'b')])).toEqual(['b', '-c']);
  });

  it('shows each incident once where two merged vaults closed a circle', () => {
    expect(drawn([row('a', 'c'), row('b', 'a'), row('c', 'b')])).toEqual(['a', '-b', '--c']);
  });
});
