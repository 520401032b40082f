/**
 * The main job of the application, end to end and without a window, on people who do not exist:
 *
 *     npm run demo -- --out DIR
 *
 * Two real vault processes, asked through the contract: one officer fills a vault and seals a
 * handover, another opens it and finds it all. Exits with 1 if anything is not as claimed.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ageVersion, listWithAge } from './demo/age-tool.ts';
import { startChecks, type Checks } from './demo/checks.ts';
import { followMainPath, NEW_CONTACT } from './demo/main-path.ts';
import { must } from './demo/must.ts';
import { readAgeIdentities } from './demo/owner-keys.ts';
import { COUNTRY } from './demo/people.ts';
import { addPortfolio } from './demo/portfolio.ts';
import { completeCounts, countRecords, type Counts } from './demo/record-counts.ts';
import { hostVault, type HostedVault } from './demo/vault-host.ts';

const OFFICER_A = {
  name: 'Avery Demo',
  post: `Port Serin, ${COUNTRY.name} (fictional)`,
  passphrase: 'demo only: seven teal herons chart the quay',
};
const OFFICER_B = {
  name: 'Blake Demo',
  post: 'Halmere (fictional)',
  passphrase: 'demo only: a patient lantern over Halmere',
};

interface Paths {
  readonly out: string;
  readonly vaultA: string;
  readonly vaultB: string;
  readonly handover: string;
  readonly postQuantum: string;
  readonly identity: string;
  readonly identityPostQuantum: string;
  /** Pictures and cards on their way; removed at the end. */
  readonly scratch: string;
}

function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (values.out === undefined) {
    say('Usage: npm run demo -- --out DIR');
    return 2;
  }
  // npm runs scripts in the project's folder; a relative DIR is meant from where it was typed.
  const out = resolve(process.env['INIT_CWD'] ?? process.cwd(), values.out);
  mkdirSync(out, { recursive: true });
  if (readdirSync(out).length > 0) {
    say(`${out} is not empty; choose a new folder.`);
    return 2;
  }
  const paths: Paths = {
    out,
    vaultA: join(out, 'vault-a'),
    vaultB: join(out, 'vault-b'),
    handover: join(out, 'handover.age'),
    postQuantum: join(out, 'handover-post-quantum.age'),
    identity: join(out, 'identity.txt'),
    identityPostQuantum: join(out, 'identity-post-quantum.txt'),
    scratch: mkdtempSync(join(tmpdir(), 'steady-state-demo-')),
  };
  const checks = startChecks(say);
  const startedMs = performance.now();
  try {
    await run(paths, checks);
  } finally {
    rmSync(paths.scratch, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(0);
  say();
  say(`${checks.passed} checks passed, ${checks.failed} failed, in ${seconds} s.`);
  return checks.failed === 0 ? 0 : 1;
}

async function run(paths: Paths, checks: Checks): Promise<void> {
  say('Steady State: demonstration. Every person, place and event in it is FICTIONAL.');
  const a = hostVault(paths.vaultA);
  const b = hostVault(paths.vaultB);
  try {
    const today = localDate(new Date());
    step('Two officers create their vaults');
    await create(a, OFFICER_A);
    await create(b, OFFICER_B);
    step('They exchange officer cards and compare fingerprints');
    const officerB = await exchangeCards(a, b, paths, today, checks);
    step(`${OFFICER_A.name} keeps a portfolio of two years`);
    await fill(a, paths, today, checks);
    step(`${OFFICER_A.name} adds a contact and does the main job on it`);
    await followMainPath(a.ask, today, say, checks);
    step('What travels to the other posting, and what stays');
    const travelling = await handOver(a, officerB, paths, checks);
    step(`${OFFICER_B.name} opens the handover`);
    await receive(b, paths, travelling, checks);
    step('Both vaults lock: their processes end, and the keys with them');
    await lockAndReopen(b, checks);
  } finally {
    await a.close();
    await b.close();
  }
  step('Opened with other tools');
  leaveIdentities(paths, checks);
  say();
  say('Left in the folder:');
  for (const name of readdirSync(paths.out).sort()) say(`  ${name}`);
  say();
  say('Passphrases of these demo vaults:');
  say(`  vault-a   ${OFFICER_A.passphrase}`);
  say(`  vault-b   ${OFFICER_B.passphrase}`);
  say();
  say('Try next:');
  const at = (path: string): string => join(paths.out, relative(paths.out, path));
  say(`  age -d -i ${at(paths.identity)} ${at(paths.handover)} | tar t`);
  say(`  age -d -i ${at(paths.identityPostQuantum)} ${at(paths.postQuantum)} | tar t   (age 1.3)`);
  say(`  node scripts/vault-key.mjs ${at(paths.vaultA)}`);
  say('  sqlcipher vault.db, then: PRAGMA key = "x\'…\'"; PRAGMA cipher_integrity_check;');
}

async function create(vault: HostedVault, officer: typeof OFFICER_A): Promise<void> {
  const { name, post, passphrase } = officer;
  const made = await vault.ask.session.createVault({ passphrase, officerName: name, post });
  const { recoveryCode } = must(made, 'create vault');
  must(await vault.ask.session.confirmRecoveryCode({ recoveryCode }), 'recovery code');
  say(`  ${name}, ${post}`);
  say(`    recovery code ${recoveryCode}, checked by typing it back`);
}

/** Gives B as A's vault knows it. */
async function exchangeCards(
  a: HostedVault,
  b: HostedVault,
  paths: Paths,
  today: string,
  checks: Checks,
): Promise<string> {
  const carry = async (from: HostedVault, to: HostedVault, name: string): Promise<string> => {
    const path = join(paths.scratch, name);
    must(await from.ask.officers.exportCard({ file: from.grant(path, 'save') }), 'card');
    const taken = must(await to.ask.officers.importCard({ file: to.grant(path, 'open') }), 'card');
    const own = must(await from.ask.officers.me(), 'officer');
    const seen = must(await to.ask.officers.list(), 'officers').find(({ id }) => id === taken.id);
    say(`  ${own.name}: ${own.fingerprintWords.join(' ')}`);
    checks.equal('both read the same words', seen?.fingerprintWords, own.fingerprintWords);
    must(await to.ask.officers.verify({ id: taken.id, how: 'by-voice', on: today }), 'verify');
    return taken.id;
  };
  await carry(a, b, 'card-a.json');
  return carry(b, a, 'card-b.json');
}

async function fill(a: HostedVault, paths: Paths, today: string, checks: Checks): Promise<void> {
  await addPortfolio(a.ask, {
    today,
    grantFile: (name, bytes) => {
      const path = join(paths.scratch, name);
      writeFileSync(path, bytes, { mode: 0o600 });
      return a.grant(path, 'open');
    },
    onStep: (part) => say(`  writing ${part}`),
  });
  const counts = await countRecords(a.ask);
  say(`  holds ${inWords(counts)}`);
  checks.equal('30 contacts or more', counts.contact >= 30, true);
  checks.equal('300 meeting logs or more', counts['meeting-log'] >= 300, true);
  const verified = must(await a.ask.history.verify(), 'verify');
  say(`  change log of ${verified.changeSets} change sets`);
  checks.equal('its hash chain is intact', verified.intact, true);
}

async function handOver(
  a: HostedVault,
  recipientId: string,
  paths: Paths,
  checks: Checks,
): Promise<Counts> {
  const { rows } = must(await a.ask.contacts.list({}), 'contacts');
  const choice = {
    contactIds: rows.map(({ id }) => id),
    audience: 'other-posts',
    recipientId,
  } as const;
  const preview = must(await a.ask.bundles.previewExport(choice), 'preview');
  say(`  travels: ${preview.travels.length} contacts with ${inWords(preview.counts)}`);
  const reasons = new Map<string, number>();
  for (const { why } of preview.stays) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  for (const [why, count] of reasons)
    say(`  stays:   ${count} ${count === 1 ? 'record' : 'records'}, ${why}`);
  const staying = preview.stays.filter(({ record }) => record.type === 'contact');
  for (const { label, why } of staying) say(`           ${label} (${why})`);
  checks.equal(
    'every contact either travels or stays with a reason',
    preview.travels.length + staying.length,
    rows.length,
  );
  checks.equal(
    'each kind of consent that does not let a record travel is among the reasons',
    ['refused', 'withdrawn', 'expired', 'never-asked'].filter((why) => !reasons.has(why)),
    [],
  );
  for (const [path, keyType] of [
    [paths.handover, 'x25519'],
    [paths.postQuantum, 'hybrid'],
  ] as const) {
    const { previewId } = must(await a.ask.bundles.previewExport(choice), 'preview');
    const file = a.grant(path, 'save');
    const sealed = await a.ask.bundles.export({ ...choice, keyType, previewId, file });
    const { sizeBytes, sha256 } = must(sealed, 'export');
    say(`  sealed ${relative(paths.out, path)}: ${sizeBytes} bytes, SHA-256 ${sha256}`);
  }
  return completeCounts(preview.counts);
}

async function receive(
  b: HostedVault,
  paths: Paths,
  travelling: Counts,
  checks: Checks,
): Promise<void> {
  const open = (path: string): ReturnType<typeof b.ask.bundles.open> =>
    b.ask.bundles.open({ file: b.grant(path, 'open') });
  const preview = must(await open(paths.handover), 'open');
  say(`  from ${preview.sender.name}, ${preview.sender.post}: ${preview.sender.trust}`);
  checks.equal('the sender is known and verified', preview.sender.trust, 'verified');
  checks.equal('nothing conflicts', preview.conflicts, []);
  checks.equal('the preview names all that travelled', completeCounts(preview.counts), travelling);
  const applied = must(await b.ask.bundles.apply({ importId: preview.importId }), 'apply');
  say(`  taken in: ${applied.changeSets} change sets`);
  const counts = await countRecords(b.ask);
  say(`  now holds ${inWords(counts)}`);
  checks.equal('the vault holds exactly what travelled', counts, travelling);
  await findAll(b, checks);
  const again = must(await open(paths.handover), 'open again');
  checks.equal('opened again, it says that it was taken in', again.alreadyApplied, true);
  must(await b.ask.bundles.dismiss({ importId: again.importId }), 'dismiss');
  const hybrid = must(await open(paths.postQuantum), 'open post-quantum');
  checks.equal(
    'the post-quantum bundle opens and holds the same',
    completeCounts(hybrid.counts),
    travelling,
  );
  must(await b.ask.bundles.dismiss({ importId: hybrid.importId }), 'dismiss');
  const verified = must(await b.ask.history.verify(), 'verify');
  checks.equal('the hash chain of the receiving vault is intact', verified.intact, true);
}

/** The contact of the main path, as the other officer finds it. */
async function findAll(b: HostedVault, checks: Checks): Promise<void> {
  const hits = must(await b.ask.search.query({ text: 'tolvane' }), 'search');
  const hit = hits.find(({ type }) => type === 'contact');
  checks.equal(`a search finds ${NEW_CONTACT}`, hit?.title, NEW_CONTACT);
  if (hit === undefined) return;
  const contactId = hit.id;
  const { contact } = must(await b.ask.contacts.page({ id: contactId }), 'page');
  checks.equal('marked as fictional', contact.tags, ['FICTIONAL']);
  const { standing } = must(await b.ask.consents.ofContact({ contactId }), 'consents');
  const live = standing.filter(({ state }) => state === 'live');
  checks.equal('with seven live consents', live.length, 7);
  const meetings = must(await b.ask.meetings.list({ contactId }), 'meetings');
  checks.equal(
    'with the sealed log of the meeting',
    meetings.rows.map(({ title, state }) => [title, state]),
    [['The licence of the valley radio', 'sealed']],
  );
  const promises = must(await b.ask.meetings.promises({ contactId }), 'promises');
  checks.equal(
    'its promise, still open',
    promises.map(({ state }) => state),
    ['open'],
  );
  const followUps = must(await b.ask.meetings.followUps({ contactId }), 'follow-ups');
  checks.equal(
    'its follow-up',
    followUps.map(({ text }) => text),
    ['Note the date of the licence hearing'],
  );
  const actions = must(await b.ask.actions.list({ contactId }), 'actions');
  checks.equal(
    'the action under way, and the one that waits for consent',
    actions.map(({ type, status }) => `${type} ${status}`).sort(),
    ['private-approach in-progress', 'public-statement planned'],
  );
  const history = must(await b.ask.history.ofRecord({ type: 'contact', id: contactId }), 'history');
  checks.equal(
    'and who wrote it',
    history.map(({ author }) => author),
    [OFFICER_A.name],
  );
}

async function lockAndReopen(b: HostedVault, checks: Checks): Promise<void> {
  const before = b.pid();
  await b.lock();
  checks.equal('the process that held the key is gone', isRunning(before), false);
  checks.equal('a locked vault shows nothing', (await b.ask.contacts.list({})).ok, false);
  const { passphrase } = OFFICER_B;
  const unlocked = must(await b.ask.session.unlock({ passphrase }), 'unlock');
  checks.equal('the passphrase opens it again', unlocked.state, 'unlocked');
}

function leaveIdentities(paths: Paths, checks: Checks): void {
  const identities = readAgeIdentities(paths.vaultB, OFFICER_B.passphrase);
  for (const [path, secret] of [
    [paths.identity, identities.x25519],
    [paths.identityPostQuantum, identities.hybrid],
  ] as const) {
    const remark = `# age identity of ${OFFICER_B.name}, a fictional officer. Demonstration only.`;
    writeFileSync(path, `${remark}\n${secret}\n`, { mode: 0o600 });
  }
  say('  scripts/vault-key.mjs gave the key of vault-b, and the database its age identity');
  const version = ageVersion();
  if (version === null) {
    say('  no `age` command on this machine: handover.age not tried with it');
    return;
  }
  const entries = listWithAge(paths.handover, paths.identity);
  const top = ['manifest.json', 'manifest.sig', 'changes.ndjson'];
  say(`  age ${version} and tar list ${entries?.length ?? 0} entries of handover.age`);
  checks.equal(
    'manifest, signature and changes are among them, and attachments',
    [
      ...top.filter((name) => entries?.includes(name) !== true),
      ...(entries?.some((name) => name.startsWith('attachments/')) === true
        ? []
        : ['attachments/']),
    ],
    [],
  );
}

function isRunning(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function inWords(counts: Readonly<Partial<Record<string, number>>>): string {
  return Object.entries(counts)
    .map(([type, count]) => `${count ?? 0} ${type}`)
    .join(', ');
}

function step(title: string): void {
  say();
  say(title);
}

/** Calendar date on this machine's wall, ISO 8601. */
function localDate(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

process.exitCode = await main();
