import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePosts, openPosts, runHistory } from '../support/histories/history.ts';
import type { Post } from '../support/histories/post.ts';

/*
 * The laws of merging, over random histories of three to six vaults that send each other bundles in
 * any order, repeated, delayed and lost, every question answered as suggested: all end in one state,
 * nothing is lost that no one took out, the chain verifies, and at no time is a consent looser than
 * the strictest decision that counts. `npm run histories` runs very many.
 */

let posts: Post[];
beforeAll(() => {
  posts = openPosts();
}, 60_000);
afterAll(() => {
  closePosts(posts);
});

it.each(Array.from({ length: 10 }, (_, n) => n + 1))(
  'holds in history number %i',
  (seed) => {
    expect(runHistory(posts, seed).bad).toEqual([]);
  },
  60_000,
);
