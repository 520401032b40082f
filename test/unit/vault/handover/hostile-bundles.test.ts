import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src/shared/contract/failure.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import type { BundleChangeSet } from '../../../../src/vault/bundle/changes.ts';
import { publicKeysOf } from '../../../../src/vault/keys/officer-identity.ts';
import { carriedState, dumpOf } from '../../../support/dump.ts';
import { contentsOf, giveCard, open, receive, send } from '../../../support/handover.ts';
import { attachmentOf, forge, making, setBy, type Forged } from '../../../support/hostile.ts';
import {
  actionFields,
  addAction,
  addContact,
  addLog,
  addTraveller,
  consentArg,
  contactFields,
  failureIn,
  meetingArg,
  valueOf,
} from '../../../support/records.ts';
import { cleared } from '../../../support/particulars.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

/** A real officer, verified by the receiver, who signs what no honest application would send. */
let mallory: VaultHere;
let bob: VaultHere;
let malloryId: string;
beforeEach(async () => {
  mallory = await openVaultOf('Mallory Malicious');
  bob = await openVaultOf('Bob Receiver');
  await giveCard(bob, mallory);
  malloryId = await giveCard(mallory, bob);
  valueOf(await bob.ask.officers.verify({ id: malloryId, how: 'in-person', on: '2026-11-20' }));
});
afterEach(() => {
  mallory.dispose();
  bob.dispose();
});

/** Tries to get a bundle in; expects that nothing was changed, and gives why it was refused. */
async function refused(content: Forged): Promise<Failure> {
  const before = dumpOf(bob.store);
  const opened = await open(bob, await forge(mallory, bob, content));
  const failure = opened.ok
    ? failureIn(await bob.ask.bundles.apply({ importId: opened.value.importId }))
    : opened.failure;
  expect(dumpOf(bob.store)).toEqual(before);
  expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
  expect(bob.log).toEqual([]);
  return failure;
}

function malformed(rule: string): Failure {
  return { kind: 'bundle-malformed', rule };
}

const contact = (name: string, change: Partial<ContactFields> = {}): Record<string, unknown> => ({
  ...contactFields(name, change),
});

/** Every change set by which this vault knows a record, as a receiver of it would be sent them. */
async function sentBy(from: VaultHere, to: VaultHere, ids: string[]): Promise<BundleChangeSet[]> {
  const recipientId = await giveCard(to, from);
  const { path } = await send(from, { contactIds: ids, recipientId });
  await receive(to, path);
  return [...(await contentsOf(to, path)).changeSets];
}

describe('a bundle that brings what no bundle may', () => {
  it('a verified officer', async () => {
    const keys = await publicKeysOf(mallory.context.identity());
    const officer = {
      ...{ name: 'Friend', post: 'Elsewhere', keys, trust: 'verified', verifiedHow: 'in-person' },
      ...{ verifiedOn: '2026-11-01', cardIssuedAt: '2026-11-01T00:00:00.000Z', note: '' },
    };
    const changeSets = [setBy(mallory, making('officer', randomUUID(), officer))];
    expect(await refused({ changeSets })).toEqual(malformed('record-type-does-not-travel'));
  });

  it('trust in the officer who sent it', async () => {
    const changes = [
      { type: 'officer', id: malloryId, field: 'note', old: '', new: 'trusted' },
    ] as const;
    const changeSets = [setBy(mallory, [...changes])];
    expect(await refused({ changeSets })).toEqual(malformed('record-type-does-not-travel'));
  });

  it('a line of the register', async () => {
    const entry = { direction: 'in', kind: 'handover', counterpartId: randomUUID(), sequence: 1 };
    const changeSets = [setBy(mallory, making('bundle-entry', randomUUID(), entry))];
    expect(await refused({ changeSets })).toEqual(malformed('record-type-does-not-travel'));
  });

  it('beside a contact that it may', async () => {
    const changeSets = [
      setBy(mallory, making('contact', randomUUID(), contact('Innocent'))),
      setBy(mallory, making('bundle-entry', randomUUID(), { direction: 'in' })),
    ];
    expect(await refused({ changeSets })).toEqual(malformed('record-type-does-not-travel'));
  });
});

describe('a bundle that edits what is sealed', () => {
  let person: string;
  let logId: string;
  beforeEach(async () => {
    person = await addContact(bob, 'Amina');
    const draft = valueOf(await bob.ask.meetings.save(meetingArg('Coffee', [person])));
    logId = draft.id;
    await new Promise((resolve) => setTimeout(resolve, 5));
    valueOf(await bob.ask.meetings.seal({ id: logId }));
  });

  const said = 'The trial was put off again.';
  it('by a change made after', async () => {
    const changes = [
      { type: 'meeting-log', id: logId, field: 'said', old: said, new: 'It went well.' },
    ] as const;
    const changeSets = [setBy(mallory, [...changes], { inMs: 1_000 })];
    expect(await refused({ changeSets })).toEqual(malformed('edits-what-is-sealed'));
  });

  it('by a change dated between its writing and its sealing', async () => {
    const sets = valueOf(await bob.ask.history.ofRecord({ type: 'meeting-log', id: logId }));
    expect(sets).toHaveLength(2);
    const made = Date.parse(sets[1]?.at ?? '');
    const changes = [
      { type: 'meeting-log', id: logId, field: 'said', old: said, new: 'It went well.' },
    ] as const;
    const changeSets = [setBy(mallory, [...changes], { inMs: made + 2 - Date.now() })];
    expect(await refused({ changeSets })).toEqual(malformed('edits-what-is-sealed'));
  });

  it('by a change dated before its writing, of a field that was left empty', async () => {
    const changes = [
      { type: 'meeting-log', id: logId, field: 'place', old: null, new: 'Ministry' },
    ] as const;
    const changeSets = [setBy(mallory, [...changes], { inMs: -3_600_000 })];
    expect(await refused({ changeSets })).toEqual(malformed('edits-what-is-sealed'));
  });

  it('by taking back its sealing', async () => {
    const sets = valueOf(await bob.ask.history.ofRecord({ type: 'meeting-log', id: logId }));
    const sealing = sets[0];
    const changes = (sealing?.changes ?? []).map(({ field, from, to }) => ({
      ...{ type: 'meeting-log' as const, id: logId, field, old: to, new: from },
    }));
    const changeSets = [
      setBy(mallory, changes, { undoOf: sealing?.id ?? null, reason: 'undo', inMs: 1_000 }),
    ];
    expect(await refused({ changeSets })).toEqual(malformed('edits-what-is-sealed'));
  });

  it('by taking the log back as a whole', async () => {
    const sets = valueOf(await bob.ask.history.ofRecord({ type: 'meeting-log', id: logId }));
    const { meeting } = valueOf(await bob.ask.meetings.get({ id: logId }));
    const { id: _, ...fields } = meeting;
    const changes = making('meeting-log', logId, fields).map((change) => ({
      ...{ ...change, old: change.new, new: change.old },
    }));
    const changeSets = [
      setBy(mallory, changes, { undoOf: sets[1]?.id ?? null, reason: 'undo', inMs: 1_000 }),
    ];
    expect((await refused({ changeSets })).kind).toBe('bundle-malformed');
  });
});

describe('a bundle that rewrites a decision on consent', () => {
  let person: string;
  let eventId: string;
  beforeEach(async () => {
    person = await addContact(bob, 'Amina');
    const consent = consentArg(person, ['private-approach'], ['authorities'], {
      decision: 'withdrawn',
    });
    eventId = valueOf(await bob.ask.consents.record(consent)).ids[0] ?? '';
  });

  const attempts: [string, number, (id: string) => BundleChangeSet['changes']][] = [
    [
      'from withdrawn to given',
      1_000,
      (id) => [{ type: 'consent-event', id, field: 'decision', old: 'withdrawn', new: 'given' }],
    ],
    [
      'by a date that it did not have, of before it was recorded',
      -3_600_000,
      (id) => [{ type: 'consent-event', id, field: 'expiresOn', old: null, new: '2026-11-24' }],
    ],
    [
      'by taking it away',
      1_000,
      (id) => [{ type: 'consent-event', id, field: '$exists', old: true, new: null }],
    ],
  ];
  it.each(attempts)('%s', async (_, inMs, changes) => {
    const changeSets = [setBy(mallory, changes(eventId), { inMs })];
    expect(await refused({ changeSets })).toEqual(malformed('edits-what-is-sealed'));
  });

  it('by taking back the very set that recorded it', async () => {
    const sets = valueOf(await bob.ask.history.ofRecord({ type: 'consent-event', id: eventId }));
    const changes = (sets[0]?.changes ?? []).map(({ field, from, to }) => ({
      ...{ type: 'consent-event' as const, id: eventId, field, old: to, new: from },
    }));
    const changeSets = [
      setBy(mallory, changes, { undoOf: sets[0]?.id ?? null, reason: 'undo', inMs: 1_000 }),
    ];
    expect((await refused({ changeSets })).kind).toBe('bundle-malformed');
  });

  it('by a further part of the set that recorded it', async () => {
    const amina = await addTraveller(bob, 'Traveller');
    const sets = await sentBy(bob, mallory, [amina]);
    const recorded = sets.find((set) => set.reason === 'consent');
    const event = recorded?.changes[0]?.id ?? '';
    const forged = {
      ...(recorded as BundleChangeSet),
      changes: [
        {
          type: 'consent-event' as const,
          id: event,
          field: 'expiresOn',
          old: null,
          new: '2026-11-20',
        },
      ],
    };
    expect(await refused({ changeSets: [forged] })).toEqual(malformed('adds-to-our-own-change'));
  });
});

describe('a bundle that speaks in the name of this officer', () => {
  it('by adding to a change set that this officer wrote', async () => {
    const amina = await addTraveller(bob, 'Amina');
    const sets = await sentBy(bob, mallory, [amina]);
    const own = sets[0] as BundleChangeSet;
    const forged = {
      ...own,
      changes: [
        { type: 'contact' as const, id: amina, field: 'notes', old: 'x', new: 'An informer' },
      ],
    };
    const other = { ...forged, changes: making('contact', randomUUID(), contact('Planted')) };
    const late = {
      ...forged,
      changes: [{ ...forged.changes[0], field: 'coverPhrase', old: null } as never],
    };
    for (const set of [other, late]) {
      expect(await refused({ changeSets: [set] })).toEqual(malformed('adds-to-our-own-change'));
    }
  });

  it('by the name of a change set of theirs with other content', async () => {
    const amina = await addTraveller(bob, 'Amina');
    const own = (await sentBy(bob, mallory, [amina]))[0] as BundleChangeSet;
    const changeSets = [
      setBy(mallory, making('contact', randomUUID(), contact('Planted')), { id: own.id }),
    ];
    expect((await refused({ changeSets })).kind).toBe('bundle-malformed');
  });
});

describe('a bundle that takes away', () => {
  it('a contact that is here', async () => {
    const id = await addContact(bob, 'Amina');
    const changes = [{ type: 'contact', id, field: '$exists', old: true, new: null }] as const;
    const changeSets = [setBy(mallory, [...changes], { inMs: 1_000, reason: 'remove' })];
    expect(await refused({ changeSets })).toEqual(malformed('removes-a-record'));
  });

  it('everything, among much that is honest', async () => {
    const ids = [];
    for (let n = 0; n < 20; n += 1) ids.push(await addContact(bob, `Contact ${String(n)}`));
    const changes = ids.map(
      (id) => ({ type: 'contact', id, field: '$exists', old: true, new: null }) as const,
    );
    const changeSets = [
      setBy(mallory, making('contact', randomUUID(), contact('Honest'))),
      setBy(mallory, changes, { inMs: 1_000 }),
    ];
    expect(await refused({ changeSets })).toEqual(malformed('removes-a-record'));
    expect(valueOf(await bob.ask.contacts.list({})).total).toBe(20);
  });
});

describe('a bundle that plays with undo', () => {
  it('calling a set taken back without taking anything of it back', async () => {
    const id = await addContact(bob, 'Amina', { notes: 'careful' });
    const made = valueOf(await bob.ask.history.ofRecord({ type: 'contact', id }))[0];
    const undoOf = made?.id ?? null;
    const elsewhere = making('contact', randomUUID(), contact('Planted'));
    const half = [
      { type: 'contact' as const, id, field: 'notes', old: 'careful', new: 'careless' },
    ];
    for (const changes of [elsewhere, half]) {
      const changeSets = [setBy(mallory, changes, { undoOf, reason: 'undo', inMs: 1_000 })];
      expect(await refused({ changeSets })).toEqual(malformed('takes-back-what-was-not'));
    }
    // So it can still be taken back here.
    valueOf(await bob.ask.history.undo({ changeSetId: undoOf ?? '' }));
  });

  it('a chain of hundreds, each taking back the one before, is taken in and shown; of thousands, refused', async () => {
    const id = randomUUID();
    const made = setBy(mallory, making('contact', id, contact('Planted')));
    const chain = [made];
    for (let n = 0; n < 1_002; n += 1) {
      const [old, now] = n % 2 === 0 ? ['', 'x'] : ['x', ''];
      const changes = [{ type: 'contact' as const, id, field: 'notes', old, new: now }];
      const undoOf = n === 0 ? null : (chain.at(-1)?.id ?? null);
      chain.push(setBy(mallory, changes, { undoOf, inMs: n + 1 }));
    }
    expect(await refused({ changeSets: chain })).toEqual(malformed('takes-back-too-often'));
    await receive(bob, await forge(mallory, bob, { changeSets: chain.slice(0, 301) }));
    const sets = valueOf(await bob.ask.history.recent({ limit: 200 }));
    expect(sets).toHaveLength(200);
    const first = chain[1]?.id ?? '';
    const shown = valueOf(await bob.ask.history.ofRecord({ type: 'contact', id }));
    // 299 undoings of one another: the first change does not stand, by way of the second.
    expect(shown.find((set) => set.id === first)?.undoneBy).toBe(chain[2]?.id);
  }, 60_000);

  it('two sets that take back each other, or one itself, are refused', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const id = randomUUID();
    const changeSets = [
      setBy(mallory, making('contact', id, contact('Planted')), { id: a, undoOf: b }),
      setBy(mallory, [{ type: 'contact', id, field: 'notes', old: '', new: 'x' }], {
        id: b,
        undoOf: a,
        inMs: 10,
      }),
    ];
    expect(await refused({ changeSets })).toEqual(malformed('takes-back-what-was-not'));
    const itself = [
      setBy(mallory, making('contact', id, contact('Planted')), { id: a, undoOf: a }),
    ];
    expect(await refused({ changeSets: itself })).toEqual(malformed('takes-back-what-was-not'));
  });
});

describe('a bundle whose change sets the change log could not have written', () => {
  const id = randomUUID();
  const sets: [string, string, BundleChangeSet['changes']][] = [
    [
      'an unknown field',
      'change-field',
      [
        ...making('contact', id, contact('X')),
        { type: 'contact', id, field: 'salary', old: null, new: 1 },
      ],
    ],
    [
      'a value of another kind',
      'change-value',
      making('contact', id, { ...contact('X'), notes: 7 }),
    ],
    [
      'a value that the model would have written differently',
      'change-value',
      making('contact', id, { ...contact('X'), profession: '  teacher ' }),
    ],
    [
      'a value outside the vocabulary',
      'change-value',
      making('contact', id, { ...contact('X'), state: 'deleted' }),
    ],
    [
      'a text beyond its length',
      'change-value',
      making('contact', id, { ...contact('X'), profession: 'x'.repeat(301) }),
    ],
    [
      'half a contact',
      'record-incomplete',
      [
        { type: 'contact', id, field: '$exists', old: null, new: true },
        { type: 'contact', id, field: 'kind', old: null, new: 'person' },
      ],
    ],
    [
      'no change at all',
      'change-without-difference',
      [{ type: 'contact', id, field: 'notes', old: 'a', new: 'a' }],
    ],
    [
      'existence that is neither',
      'change-value',
      [{ type: 'contact', id, field: '$exists', old: null, new: 'yes' }],
    ],
  ];
  it.each(sets)('(%s)', async (_, rule, changes) => {
    expect(await refused({ changeSets: [setBy(mallory, changes)] })).toEqual(malformed(rule));
  });

  it('(a reason that there is not)', async () => {
    const changeSets = [setBy(mallory, making('contact', id, contact('X')), { reason: 'because' })];
    expect(await refused({ changeSets })).toEqual(malformed('change-set'));
  });

  it('(from a year ahead), and the clock is not moved by it', async () => {
    const changeSets = [
      setBy(mallory, making('contact', id, contact('X')), { inMs: 365 * 86_400_000 }),
    ];
    expect(await refused({ changeSets })).toEqual(malformed('change-time-too-far-ahead'));
    await addContact(bob, 'Written since');
    const [newest] = valueOf(await bob.ask.history.recent({ limit: 1 }));
    expect(Math.abs(Date.parse(newest?.at ?? '') - Date.now())).toBeLessThan(60_000);
    const { path } = await send(bob, {
      contactIds: [await addTraveller(bob, 'Traveller')],
      recipientId: malloryId,
    });
    const { changeSets: sent } = await contentsOf(mallory, path);
    const ahead = sent.map(({ hlc }) => Number(hlc.slice(0, 15)) - Date.now());
    expect(Math.max(...ahead)).toBeLessThan(60_000);
  });

  it('(a file that is named and not there)', async () => {
    const fields = { ownerType: 'contact', ownerId: id, sha256: 'f'.repeat(64), name: 'x' };
    const changeSets = [
      setBy(mallory, [
        ...making('contact', id, contact('X')),
        ...making('attachment', randomUUID(), { ...fields, mediaType: 'text/plain', sizeBytes: 1 }),
      ]),
    ];
    expect(await refused({ changeSets })).toEqual(malformed('attachment-missing'));
    const photo = [setBy(mallory, making('contact', id, contact('X', { photo: 'e'.repeat(64) })))];
    expect(await refused({ changeSets: photo })).toEqual(malformed('attachment-missing'));
  });

  it('(for no audience that a bundle can be for)', async () => {
    const changeSets = [setBy(mallory, making('contact', id, contact('X')))];
    const consentScope = {
      audience: 'public',
      purpose: 'share-inside-mission',
      evaluatedOn: '2026-11-24',
    } as const;
    expect(await refused({ changeSets, manifest: { consentScope } })).toEqual(
      malformed('consent-scope'),
    );
  });
});

describe('a bundle with actions', () => {
  async function brought(
    fields: Record<string, unknown>,
    more: BundleChangeSet['changes'] = [],
  ): Promise<{ held: unknown; status: string; gateAllows: boolean }> {
    const id = randomUUID();
    const whole = {
      ...actionFields('Press release', []),
      consentEventIds: [],
      startedAt: '2026-11-24T10:00:00.000Z',
      ...fields,
    };
    const changeSets = [setBy(mallory, [...more, ...making('action', id, whole)])];
    const seen = await receive(bob, await forge(mallory, bob, { changeSets }));
    const { action, row } = valueOf(await bob.ask.actions.get({ id }));
    return { held: seen.actionsHeldBack, status: action.status, gateAllows: row.gate.allowed };
  }

  const PUBLIC = { type: 'local-press-release', audience: 'media' } as const;

  it('under way without any consent holds them back as planned, and says so before', async () => {
    const person = randomUUID();
    const made = making('contact', person, contact('Amina'));
    const result = await brought({ ...PUBLIC, status: 'in-progress', subjectIds: [person] }, made);
    expect(result).toMatchObject({ status: 'planned', gateAllows: false });
    expect(result.held).toMatchObject([{ title: 'Press release' }]);
  });

  it('under way without instruction or clearance holds them back, though everyone agreed', async () => {
    const fields = { status: 'in-progress', subjectIds: [] };
    const text = { ...PUBLIC, ...fields, particulars: cleared('local-press-release') };
    const results = [
      await brought({ ...PUBLIC, ...fields }),
      await brought({ type: 'demarche', ...fields }),
      await brought(text),
    ];
    expect(results.map(({ status, gateAllows }) => [status, gateAllows])).toEqual([
      ['planned', false],
      ['planned', false],
      ['in-progress', true],
    ]);
  });

  it('under way for somebody of ours who refused here holds them back', async () => {
    const person = await addContact(bob, 'Amina');
    const refusal = consentArg(person, ['local-press-release', 'use-of-name'], ['any'], {
      decision: 'refused',
    });
    valueOf(await bob.ask.consents.record(refusal));
    const result = await brought({ ...PUBLIC, status: 'in-progress', subjectIds: [person] });
    expect(result).toMatchObject({ status: 'planned', gateAllows: false });
  });

  it('under way for somebody who is nowhere holds them back', async () => {
    const result = await brought({ ...PUBLIC, status: 'in-progress', subjectIds: [randomUUID()] });
    expect(result.status).toBe('planned');
  });

  it('that are done are done, if they rested on consent then, whatever was said since', async () => {
    const person = await addContact(bob, 'Amina');
    const done = { ...PUBLIC, status: 'done', doneOn: '2026-11-20', subjectIds: [person] };
    const never = await brought(done);
    for (const [decision, decidedOn] of [
      ['given', '2026-11-01'],
      ['withdrawn', '2026-11-22'],
    ] as const) {
      const said = consentArg(person, ['local-press-release', 'use-of-name'], ['media'], {
        decision,
        decidedOn,
      });
      valueOf(await bob.ask.consents.record(said));
    }
    const rested = await brought(done);
    expect([never.status, rested]).toEqual([
      'planned',
      { held: [], status: 'done', gateAllows: false },
    ]);
  });

  it('that widens one under way here puts it back to planned', async () => {
    const person = await addContact(bob, 'Amina');
    valueOf(
      await bob.ask.consents.record(consentArg(person, ['private-approach'], ['authorities'])),
    );
    const id = await addAction(bob, 'Quiet word', [person]);
    valueOf(await bob.ask.actions.move({ id, status: 'in-progress' }));
    const changes = [
      { type: 'action', id, field: 'type', old: 'private-approach', new: 'public-statement' },
      { type: 'action', id, field: 'audience', old: 'authorities', new: 'public' },
    ] as const;
    const changeSets = [setBy(mallory, [...changes], { inMs: 1_000 })];
    const seen = await receive(bob, await forge(mallory, bob, { changeSets }));
    expect(seen.actionsHeldBack).toEqual([{ id, title: 'Quiet word' }]);
    expect(valueOf(await bob.ask.actions.get({ id })).action.status).toBe('planned');
  });
});

describe('a bundle from an impersonator', () => {
  /** What Mallory would sign as somebody else: any name, any id, her own keys. */
  async function as(sender: { officerId?: string; name?: string }): Promise<string> {
    const keys = await publicKeysOf(mallory.context.identity());
    const { author, officerPost } = mallory.context;
    const all = { officerId: author.id, name: author.name, post: officerPost, ...keys, ...sender };
    const changeSets = [setBy(mallory, making('contact', randomUUID(), contact('Planted')))];
    const path = await forge(mallory, bob, { changeSets, manifest: { sender: all } });
    return valueOf(await open(bob, path)).sender.trust;
  }

  it('with the id of a verified officer and other keys is told', async () => {
    const ann = await openVaultOf('Ann Sender');
    const annId = await giveCard(ann, bob);
    valueOf(await bob.ask.officers.verify({ id: annId, how: 'in-person', on: '2026-11-20' }));
    expect(await as({ officerId: annId, name: 'Ann Sender' })).toBe('key-differs');
    ann.dispose();
  });

  it('with the name of a verified officer and another id is unknown', async () => {
    expect(await as({ officerId: randomUUID(), name: 'Ann Sender' })).toBe('unknown');
  });

  it('with the id of the receiver is told', async () => {
    expect(await as({ officerId: bob.context.author.id })).toBe('key-differs');
  });

  it('is entered in the register as not verified', async () => {
    const ann = await openVaultOf('Ann Sender');
    const officerId = await giveCard(ann, bob);
    valueOf(await bob.ask.officers.verify({ id: officerId, how: 'in-person', on: '2026-11-20' }));
    const keys = await publicKeysOf(mallory.context.identity());
    const sender = { officerId, name: 'Ann Sender', post: 'x', ...keys };
    const changeSets = [setBy(mallory, making('contact', randomUUID(), contact('Planted')))];
    await receive(bob, await forge(mallory, bob, { changeSets, manifest: { sender } }));
    expect(valueOf(await bob.ask.bundles.register())[0]).toMatchObject({
      counterpartId: officerId,
      counterpartVerified: false,
    });
    ann.dispose();
  });
});

describe('a bundle that was tampered with on its way', () => {
  it('(sealed again for someone else) is refused as re-addressed', async () => {
    const carol = await openVaultOf('Carol Unknown');
    const changeSets = [setBy(mallory, making('contact', randomUUID(), contact('X')))];
    const recipients = [
      {
        officerId: carol.context.author.id,
        ageRecipient: (await publicKeysOf(bob.context.identity())).ageRecipient,
      },
    ];
    // Signed for Bob's key: Carol cannot open it at all.
    const path = await forge(mallory, bob, { changeSets, manifest: { recipients } });
    expect(failureIn(await open(carol, path))).toEqual({ kind: 'bundle-not-for-us' });
    carol.dispose();
  });

  it('(any single byte) is refused, and nothing is changed', async () => {
    const changeSets = [setBy(mallory, making('contact', randomUUID(), contact('X')))];
    const path = await forge(mallory, bob, { changeSets });
    const bytes = readFileSync(path);
    const before = dumpOf(bob.store);
    const kinds = new Set<string>();
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      writeFileSync(path, altered);
      kinds.add(failureIn(await open(bob, path)).kind);
    }
    for (const kind of kinds) expect(kind).toMatch(/^bundle-/u);
    expect(dumpOf(bob.store)).toEqual(before);
  });
});

it('takes extra files of a bundle for what they are: nothing of ours', async () => {
  const changeSets = [setBy(mallory, making('contact', randomUUID(), contact('X')))];
  const attachments = [attachmentOf('<script>alert(1)</script>')];
  await receive(bob, await forge(mallory, bob, { changeSets, attachments }));
  const { sha256 } = attachments[0] ?? { sha256: '' };
  expect(failureIn(await bob.ask.attachments.read({ sha256 }))).toEqual({
    kind: 'not-found',
    record: null,
  });
});

it('lets an honest sender go on after all that', async () => {
  const person = await addTraveller(mallory, 'Amina');
  await addLog(mallory, 'Coffee', [person]);
  const recipientId = await giveCard(bob, mallory);
  await receive(bob, (await send(mallory, { contactIds: [person], recipientId })).path);
  expect(carriedState(bob.store)).toEqual(carriedState(mallory.store));
});
