import { randomUUID } from 'node:crypto';
import { calls } from '../../../src/shared/contract/contract.ts';
import type { ContactFields } from '../../../src/shared/model/contact.ts';
import { readRecord } from '../../../src/vault/db/record-table.ts';
import { putBlob } from '../../../src/vault/db/blobs.ts';
import { actionHandlers } from '../../../src/vault/service/actions.ts';
import { consentHandlers } from '../../../src/vault/service/consents.ts';
import { contactHandlers } from '../../../src/vault/service/contacts.ts';
import { meetingHandlers } from '../../../src/vault/service/meetings.ts';
import type { VaultContext } from '../../../src/vault/service/context.ts';
import { writeQuietly } from '../../../src/vault/service/write.ts';
import { consentEventsOf } from '../../../src/vault/store/consent-events.ts';
import { listHeldContacts } from '../../../src/vault/store/contacts.ts';
import { relationshipsOf } from '../../../src/vault/store/relationships.ts';
import { actionFields, consentArg, contactFields, meetingArg, promiseInput } from '../records.ts';
import type { Post } from './post.ts';
import type { Random } from './random.ts';

/** What was written and what was taken out, by the harness's own account. */
export interface Ledger {
  /** Every word put into a list or a note, with the contact it is of. */
  readonly written: Map<string, string>;
  readonly takenOut: Set<string>;
  /** Every word put into a field of one value: it may lose, but stays in the history. */
  readonly scalars: Map<string, string>;
  readonly removed: Set<string>;
  /** Each decision on consent: of whom, what, and which decisions its recorder knew. */
  readonly decisions: Map<string, Decision>;
}

export interface Decision {
  readonly contactId: string;
  readonly isGiven: boolean;
  readonly knew: ReadonlySet<string>;
}

export function emptyLedger(): Ledger {
  return {
    ...{ written: new Map(), takenOut: new Set(), scalars: new Map() },
    ...{ removed: new Set(), decisions: new Map() },
  };
}

/** One thing that an officer does, at random. */
export function live(post: Post, random: Random, ledger: Ledger): void {
  const { context } = post;
  const ids = listHeldContacts(context.store).map(({ id }) => id);
  const act = ids.length === 0 ? 'add' : random.pick(ACTS);
  post.fixture.clock.nowMs += 60_000 * (1 + random.below(90));
  if (act === 'add') return add(context, ledger);
  DOES[act](context, random.pick(ids), random, ledger);
}

const ACTS = [
  ...['add', 'scalar', 'scalar', 'tag', 'tag', 'untag', 'note', 'note', 'rewrite'],
  ...['method', 'relate', 'unrelate', 'meet', 'act', 'attach', 'consent', 'consent', 'remove'],
] as const;
type Act = Exclude<(typeof ACTS)[number], 'add'>;

type Does = (context: VaultContext, id: string, random: Random, ledger: Ledger) => void;

let words = 0;
function word(): string {
  words += 1;
  return `w${words.toString(36)}z`;
}

function add(context: VaultContext, ledger: Ledger): void {
  const name = word();
  const legitimateBasis = { ground: 'public-role', explanation: 'As spokesperson' } as const;
  const saved = contactHandlers.save(context, {
    id: null,
    fields: contactFields(name, { legitimateBasis, notes: name }),
  });
  const outcome = saved as Extract<typeof saved, { readonly ok: true }>;
  ledger.written.set(name, outcome.value.id);
}

const DOES: Readonly<Record<Act, Does>> = {
  scalar(context, id, random, ledger) {
    const value = word();
    ledger.scalars.set(value, id);
    edit(context, id, () => ({ [random.pick(['profession', 'locality', 'codeName'])]: value }));
  },
  tag(context, id, _, ledger) {
    const tag = word();
    ledger.written.set(tag, id);
    edit(context, id, ({ tags }) => ({ tags: [...tags, tag].slice(-40) }));
  },
  untag(context, id, random, ledger) {
    edit(context, id, ({ tags }) => {
      if (tags.length === 0) return {};
      const gone = random.pick(tags);
      ledger.takenOut.add(gone);
      return { tags: tags.filter((tag) => tag !== gone) };
    });
  },
  note(context, id, random, ledger) {
    const text = word();
    ledger.written.set(text, id);
    edit(context, id, ({ notes }) => ({
      notes: random.chance(0.5) ? `${notes}\n\n${text}` : `${text}\n\n${notes}`,
    }));
  },
  rewrite(context, id, random, ledger) {
    const text = word();
    ledger.written.set(text, id);
    edit(context, id, ({ notes }) => {
      const paragraphs = notes.split('\n\n');
      const at = random.below(paragraphs.length);
      for (const gone of (paragraphs[at] ?? '').split(' ')) ledger.takenOut.add(gone);
      return { notes: paragraphs.map((one, n) => (n === at ? text : one)).join('\n\n') };
    });
  },
  method(context, id, random, ledger) {
    const value = word();
    ledger.written.set(value, id);
    edit(context, id, ({ methods }) => {
      if (methods.length > 0 && random.chance(0.5)) {
        const changed = random.pick(methods);
        ledger.takenOut.add(changed.value);
        return { methods: methods.map((one) => (one === changed ? { ...one, value } : one)) };
      }
      const more = { safeHours: null, neverUse: random.chance(0.3), preferred: false, note: null };
      return { methods: [...methods, { id: randomUUID(), kind: 'phone', value, ...more }] };
    });
  },
  relate(context, id, random) {
    const others = listHeldContacts(context.store).filter((one) => one.id !== id);
    if (others.length === 0) return;
    void contactHandlers.saveRelationship(context, {
      id: null,
      fields: {
        ...{ fromContactId: id, toContactId: random.pick(others).id, type: 'colleague-of' },
        ...{ since: null, until: null, note: word() },
      },
    });
  },
  unrelate(context, id, random) {
    const ties = relationshipsOf(context.store, id);
    if (ties.length === 0) return;
    void contactHandlers.removeRelationship(context, { id: random.pick(ties).id });
  },
  meet(context, id) {
    const arg = meetingArg(word(), [id], { seal: true, promises: [promiseInput(id, word())] });
    void meetingHandlers.save(context, calls.meetings.save.arg.parse(arg));
  },
  act(context, id) {
    const arg = { id: null, fields: actionFields(word(), [id]) };
    void actionHandlers.save(context, calls.actions.save.arg.parse(arg));
  },
  attach(context, id) {
    const { sha256 } = putBlob(context.store, Buffer.from(word()));
    writeQuietly(context, 'create', (writer) =>
      writer.create('attachment', {
        ...{ ownerType: 'contact', ownerId: id, sha256, name: word() },
        ...{ mediaType: 'text/plain', sizeBytes: 4 },
      }),
    );
  },
  consent(context, id, random, ledger) {
    const decision = random.pick(['given', 'given', 'refused', 'withdrawn'] as const);
    const before = consentEventsOf(context.store, [id]).map((event) => event.id);
    // A later decision is of a later day: what was known when it was recorded is then what it ends.
    const decidedOn = dayAfter('2026-08-01', ledger.decisions.size);
    const change = { decision, decidedOn };
    const arg = consentArg(id, ['private-approach'], ['authorities'], change);
    const outcome = consentHandlers.record(context, calls.consents.record.arg.parse(arg));
    if (!('ok' in outcome) || !outcome.ok) return;
    for (const eventId of outcome.value.ids) {
      const isGiven = decision === 'given';
      ledger.decisions.set(eventId, { contactId: id, isGiven, knew: new Set(before) });
    }
  },
  remove(context, id, random, ledger) {
    if (!random.chance(0.4)) return;
    ledger.removed.add(id);
    void contactHandlers.remove(context, { id });
  },
};

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function edit(
  context: VaultContext,
  id: string,
  change: (fields: ContactFields) => Partial<ContactFields>,
): void {
  const fields = readRecord(context.store, 'contact', id);
  if (fields === null) throw new Error('a contact that is listed and not there');
  void contactHandlers.save(context, { id, fields: { ...fields, ...change(fields) } });
}
