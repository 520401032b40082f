import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeInstanceLock } from '../../src/vault/db/instance-lock.ts';
import { lastSequence } from '../../src/vault/db/history.ts';
import { openStore } from '../../src/vault/db/store.ts';
import { verifyChain } from '../../src/vault/db/verify.ts';
import { makeFixture, valueOf, type Fixture } from '../unit/vault/db/store-fixture.ts';
import { buildChild, startChild, type Child, type ChildProgram } from './store-processes.ts';

let fixture: Fixture;
let children: Child[];
let program: ChildProgram;
beforeAll(async () => {
  program = await buildChild();
  fixture = makeFixture();
  children = ['one', 'two'].map(() => startChild(program, 'rounds', fixture, { ipc: true }));
  await Promise.all(children.map((child) => once(child.process, 'message')));
}, 60_000);
afterAll(() => {
  for (const child of children) child.process.kill();
  program.dispose();
  fixture.dispose();
});

/** What each of the two processes answers when both are told to go at once. */
async function round(folder: string, mode: 'create' | 'save'): Promise<string[]> {
  const answers = children.map(async (child): Promise<string> => {
    const answer = once(child.process, 'message');
    child.process.send({ folder, mode });
    return ((await answer) as [string])[0];
  });
  return Promise.all(answers);
}

function inspect(folder: string): { sets: number; intact: boolean } {
  const lock = valueOf(takeInstanceLock(folder));
  const store = valueOf(openStore({ lock, key: fixture.key }));
  const result = { sets: lastSequence(store), intact: verifyChain(store).intact };
  store.close();
  lock.release();
  return result;
}

describe('two processes at the same vault', () => {
  it('make one vault between them on a first run, fifty times over', async () => {
    for (let i = 0; i < 50; i++) {
      const folder = join(fixture.folder, `first-${String(i)}`);
      mkdirSync(folder, { mode: 0o700 });
      const answers = (await round(folder, 'create')).sort();
      expect(answers[0]).toBe('done');
      // The other came while the first was at it, or just after it had finished.
      expect(['in-use', 'vault-exists']).toContain(answers[1]);
      expect(inspect(folder)).toEqual({ sets: 1, intact: true });
    }
  }, 120_000);

  it('lose no save of either when both keep trying', async () => {
    const folder = join(fixture.folder, 'shared');
    mkdirSync(folder, { mode: 0o700 });
    let saved = 0;
    const seen = new Set<string>();
    for (const answer of await round(folder, 'create')) if (answer === 'done') saved += 1;
    for (let i = 0; i < 60; i++) {
      for (const answer of await round(folder, 'save')) {
        seen.add(answer);
        if (answer === 'done') saved += 1;
      }
    }
    expect([...seen].sort()).toEqual(['done', 'in-use']);
    expect(inspect(folder)).toEqual({ sets: saved, intact: true });
  }, 120_000);
});

it('the lock dies with the process that held it', async () => {
  const own = makeFixture();
  own.create().close();
  expect((await linesOf('lock', own)).at(0)).toBe('refused in-use');
  own.lock.release();
  const holder = startChild(program, 'save', own);
  await holder.said('ready');
  expect((await linesOf('lock', own)).at(0)).toBe('refused in-use');
  holder.process.kill('SIGKILL');
  await holder.ended;
  expect((await linesOf('lock', own)).at(0)).toBe('taken');
  own.dispose();
}, 60_000);

async function linesOf(mode: string, target: Fixture): Promise<string[]> {
  const child = startChild(program, mode, target);
  await child.ended;
  return child.lines;
}
