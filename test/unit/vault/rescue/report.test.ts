import { afterEach, beforeEach, expect, it } from 'vitest';
import { RescueCount } from '../../../../src/vault/rescue/report.ts';
import { shapesOf } from '../../../../src/vault/rescue/table-shape.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import { makeFixture, type Fixture } from '../db/store-fixture.ts';

let fixture: Fixture;
beforeEach(() => {
  fixture = makeFixture();
});
afterEach(() => {
  fixture.dispose();
});

it('has a name for every table that a rescue reads', () => {
  const tables = shapesOf(fixture.create()[INTERNALS].database).map(({ table }) => table);
  const count = new RescueCount();
  for (const table of tables) count.lostPage(table);
  expect(tables).toEqual(expect.arrayContaining(['contact', 'change', 'incident', 'task']));
});
