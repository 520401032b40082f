import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { FileGrants } from '../../../src/vault/grants.ts';

it('gives a path only for its token and only for the use that was granted', () => {
  const grants = new FileGrants();
  const [opened, saved] = [randomUUID(), randomUUID()];
  grants.add(opened, '/media/stick/a.age', 'open');
  grants.add(saved, '/media/stick/b.age', 'save');
  expect(grants.resolve(opened, 'open')).toBe('/media/stick/a.age');
  expect(grants.resolve(saved, 'save')).toBe('/media/stick/b.age');
  expect(grants.resolve(opened, 'save')).toBeNull();
  expect(grants.resolve(saved, 'open')).toBeNull();
  for (const other of [randomUUID(), '', '/media/stick/a.age', '__proto__', 'constructor']) {
    expect(grants.resolve(other, 'open')).toBeNull();
  }
});

it('keeps its grants to itself', () => {
  const token = randomUUID();
  new FileGrants().add(token, '/media/stick/a.age', 'open');
  expect(new FileGrants().resolve(token, 'open')).toBeNull();
});
