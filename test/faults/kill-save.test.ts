import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeInstanceLock } from '../../src/vault/db/instance-lock.ts';
import { readRecord } from '../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../src/vault/db/replay.ts';
import { openStore } from '../../src/vault/db/store.ts';
import { verifyChain } from '../../src/vault/db/verify.ts';
import { makeFixture, valueOf } from '../unit/vault/db/store-fixture.ts';
import { buildChild, startChild, type ChildProgram } from './store-processes.ts';

let program: ChildProgram;
beforeAll(async () => {
  program = await buildChild();
}, 60_000);
afterAll(() => {
  program.dispose();
});

/** CI's share of the thousand kills that the security page asks for. */
const KILLS = 50;
/** Kills fall evenly over this long after the first save: about three saves, commit to answer. */
const LONGEST_MS = 25;

it('loses no acknowledged save when the process is killed, fifty times over', async () => {
  const fixture = makeFixture();
  fixture.create().close();
  fixture.lock.release();
  const acknowledged = new Set<string>();
  let interrupted = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = startChild(program, 'save', fixture);
    await child.said('saved');
    await delay((kill * LONGEST_MS) / KILLS);
    child.process.kill('SIGKILL');
    await child.ended;
    expect(child.lines[0]).toBe('ready');
    for (const line of child.lines.slice(1)) acknowledged.add(line.replace('saved ', ''));

    const lock = valueOf(takeInstanceLock(fixture.folder));
    const store = valueOf(openStore({ lock, key: fixture.key }));
    const lost = [...acknowledged].filter((id) => readRecord(store, 'contact', id) === null);
    const chain = verifyChain(store);
    if (chain.changeSets > acknowledged.size) interrupted += 1;
    expect([kill, lost, chain.intact, firstDifferenceFromLog(store)]).toEqual([
      kill,
      [],
      true,
      null,
    ]);
    store.close();
    lock.release();
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
  // Some kills fell between the commit and its acknowledgement: the moments were real ones.
  expect(interrupted).toBeGreaterThan(0);
  fixture.dispose();
}, 300_000);
