import fc from 'fast-check';

/** Makes other bytes of some bytes. */
export type Mutation = (bytes: Uint8Array) => Uint8Array;

/** Anywhere, and not most of all at either end. */
export const share = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1_000_000);
const place = (from: number, length: number): number => Math.floor(from * length);

const flip = fc.tuple(share, fc.integer({ min: 1, max: 255 })).map(([from, mask]): Mutation => {
  return (bytes) => {
    const copy = bytes.slice();
    const i = place(from, bytes.length);
    copy[i] = (copy[i] ?? 0) ^ mask;
    return copy;
  };
});
const cut = share.map(
  (from): Mutation =>
    (bytes) =>
      bytes.slice(0, place(from, bytes.length)),
);
const remove = fc.tuple(share, fc.integer({ min: 1, max: 2000 })).map(([from, n]): Mutation => {
  return (bytes) => {
    const i = place(from, bytes.length);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + n)]));
  };
});
const insert = fc
  .tuple(share, fc.uint8Array({ minLength: 1, maxLength: 600 }))
  .map(([from, extra]): Mutation => {
    return (bytes) => {
      const i = place(from, bytes.length);
      return new Uint8Array(Buffer.concat([bytes.subarray(0, i), extra, bytes.subarray(i)]));
    };
  });
const overwrite = fc
  .tuple(share, fc.uint8Array({ minLength: 1, maxLength: 64 }))
  .map(([from, extra]): Mutation => {
    return (bytes) => {
      const copy = bytes.slice();
      const i = place(from, bytes.length);
      copy.set(extra.subarray(0, bytes.length - i), i);
      return copy;
    };
  });
const copyWithin = fc
  .tuple(share, share, fc.constantFrom(1, 16, 512, 1024))
  .map(([from, to, n]): Mutation => {
    return (bytes) => {
      const copy = bytes.slice();
      const start = place(from, bytes.length);
      return copy.copyWithin(place(to, bytes.length), start, start + n);
    };
  });

/** One to three, one after the other. They may cancel out, and leave the bytes as they were. */
export const mutations = fc.array(fc.oneof(flip, cut, remove, insert, overwrite, copyWithin), {
  minLength: 1,
  maxLength: 3,
});

export function mutateBytes(bytes: Uint8Array, list: readonly Mutation[]): Uint8Array {
  return list.reduce((current, mutation) => mutation(current), bytes);
}
