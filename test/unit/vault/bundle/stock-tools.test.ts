import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collect,
  draftFor,
  attachment,
  changeSet,
  failureOf,
  makeOfficer,
  openAs,
  unwrap,
  type TestOfficer,
} from './bundle-kit.ts';
import { seal } from '../../../../src/vault/bundle/seal.ts';
import { writeInMemory, type BundleInMemory } from '../../../support/bundle-bytes.ts';

const missing = ['age', 'tar'].filter((tool) => !canRun(tool));
const why =
  missing.length === 0 ? '' : ` (skipped: no ${missing.join(' and no ')} on this machine)`;

describe.skipIf(missing.length > 0)(`a bundle and the stock tools${why}`, () => {
  let folder: string;
  let receiver: TestOfficer;
  let written: BundleInMemory;
  const attachments = [attachment('photo'), attachment('y'.repeat(300_000))];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundle-stock-'));
    const sender = await makeOfficer();
    receiver = await makeOfficer();
    written = unwrap(
      await writeInMemory({
        manifest: draftFor(sender, receiver),
        changeSets: [changeSet()],
        attachments,
        sign: sender.sign,
      }),
    );
    await writeFile(join(folder, 'identity.txt'), `# demo\n${receiver.identity}\n`);
    await writeFile(join(folder, 'handover.age'), written.bytes);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('age opens it and tar lists it in the order of the format', () => {
    const listing = run('age -d -i identity.txt handover.age | tar t').toString();
    expect(listing.trimEnd().split('\n')).toEqual([
      'manifest.json',
      'manifest.sig',
      'changes.ndjson',
      ...written.manifest.entries.slice(1).map(({ path }) => path),
    ]);
  });

  it('tar shows plain files of mode 0600 without owner or date', () => {
    const listing = run('age -d -i identity.txt handover.age | TZ=UTC tar tv --numeric-owner');
    for (const line of listing.toString().trimEnd().split('\n')) {
      expect(line).toMatch(/^-rw------- 0\/0 +\d+ 1970-01-01 00:00 [a-z]+[./]/u);
    }
  });

  it('sha256sum of what tar unpacks is what the manifest says', () => {
    for (const { path, sha256 } of written.manifest.entries) {
      const sum = run(`age -d -i identity.txt handover.age | tar xO ${path} | sha256sum`);
      expect(sum.toString()).toBe(`${sha256}  -\n`);
    }
    const manifest = run('age -d -i identity.txt handover.age | tar xO manifest.json');
    expect(JSON.parse(manifest.toString())).toEqual(written.manifest);
  });

  it.skipIf(!canRun('openssl', 'version'))(
    'openssl verifies the signature in the way the format page says',
    () => {
      const entry = (name: string): Buffer =>
        run(`age -d -i identity.txt handover.age | tar xO ${name}`);
      const manifest = entry('manifest.json');
      const { signature } = JSON.parse(entry('manifest.sig').toString()) as { signature: string };
      const key = Buffer.concat([
        Buffer.from('302a300506032b6570032100', 'hex'),
        Buffer.from(written.manifest.sender.signingKey, 'base64'),
      ]);
      const context = Buffer.from('steady-state bundle manifest v1\0');
      writeFileSync(join(folder, 'message'), Buffer.concat([context, manifest]));
      writeFileSync(join(folder, 'signature'), Buffer.from(signature, 'base64'));
      writeFileSync(join(folder, 'key.der'), key);
      const verify = 'openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin';
      expect(run(`${verify} -in message -sigfile signature`).toString()).toContain('Successfully');
    },
  );

  it('what age seals of the same archive, the vault opens', async () => {
    await writeFile(join(folder, 'to.txt'), `${receiver.recipient}\n`);
    const again = run('age -d -i identity.txt handover.age | age -R to.txt');
    expect((await openAs(receiver, again)).ok).toBe(true);
  });

  it('what GNU tar makes by itself is refused: the format has one archive for one content', async () => {
    const tar = run('mkdir u && age -d -i identity.txt handover.age | tar x -C u && tar c -C u .');
    const sealed = await collect(seal([tar], [receiver.recipient]));
    expect(await failureOf(receiver, sealed)).toMatchObject({ kind: 'bundle-malformed' });
  });

  /**
   * What the last command of a pipe gives. The others are judged by it alone: tar stops reading at
   * the end mark of the archive, and age may then be told that nobody reads its last block.
   */
  function run(command: string): Buffer {
    return execFileSync('bash', ['-c', command], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
  }
});

function canRun(tool: string, argument = '--version'): boolean {
  try {
    execFileSync(tool, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
