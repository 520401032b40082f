import { Refused } from '../../../src/vault/db/errors.ts';
import { listHeldContacts } from '../../../src/vault/store/contacts.ts';
import { areAlike, brokenAnyTime, brokenAtTheEnd } from './laws.ts';
import { emptyLedger, live } from './life.ts';
import { onFreshPosts, openPost, parcelFor, take, type Parcel, type Post } from './post.ts';
import { randomOf } from './random.ts';

/** Rounds in which everybody sends everything to everybody; in so many they have to end alike. */
const ROUNDS = 5;

export interface HistoryRun {
  readonly seed: number;
  readonly parcels: number;
  readonly bad: readonly string[];
}

/** Vaults for many runs; each run leaves them as they were. */
export function openPosts(): Post[] {
  return Array.from({ length: 6 }, (_, n) => openPost(n));
}

/**
 * One random history of three to six vaults: officers work, send some of what they have to somebody,
 * and take in what came in any order, once, again, or never. Then everybody sends everything to
 * everybody, and the laws are held against where they end.
 */
export function runHistory(all: readonly Post[], seed: number): HistoryRun {
  const random = randomOf(seed);
  const posts = all.slice(0, 3 + random.below(4));
  return onFreshPosts(posts, seed % 10_000, () => {
    const ledger = emptyLedger();
    const sticks = new Map<Post, Parcel[]>(posts.map((post) => [post, []]));
    const bad = new Set<string>();
    let parcels = 0;
    const contactsOf = (post: Post): string[] =>
      listHeldContacts(post.context.store).map(({ id }) => id);
    function send(
      from: Post,
      to: Post,
      contactIds: readonly string[],
      kind: 'handover' | 'update' = 'handover',
    ): Parcel | null {
      const parcel = parcelFor(from, to, contactIds, kind);
      if (parcel !== null) parcels += 1;
      return parcel;
    }
    function deliver(to: Post, parcel: Parcel): void {
      try {
        take(to, parcel);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        bad.add(`an honest bundle is refused: ${JSON.stringify(error.failure)}`);
      }
      for (const one of brokenAnyTime(to, ledger)) bad.add(one);
    }
    const steps = 10 + random.below(30);
    for (let step = 0; step < steps; step += 1) {
      const post = random.pick(posts);
      if (random.chance(0.6)) live(post, random, ledger);
      else if (random.chance(0.5)) {
        const to = random.pick(posts.filter((one) => one !== post));
        const some = contactsOf(post).filter(() => random.chance(0.7));
        const parcel =
          some.length === 0 ? null : send(post, to, some, random.pick(['handover', 'update']));
        if (parcel !== null) sticks.get(to)?.push(parcel);
      } else {
        const waiting = sticks.get(post) ?? [];
        if (waiting.length > 0) deliver(post, random.pick(waiting));
      }
    }
    for (let round = 0; round < ROUNDS && !areAlike(posts, ledger); round += 1) {
      for (const from of posts) {
        for (const to of posts) {
          const parcel = from === to ? null : send(from, to, contactsOf(from));
          if (parcel !== null) deliver(to, parcel);
        }
      }
    }
    for (const one of brokenAtTheEnd(posts, ledger)) bad.add(one);
    return { seed, parcels, bad: [...bad] };
  });
}

export function closePosts(posts: readonly Post[]): void {
  for (const { fixture } of posts) fixture.dispose();
}
