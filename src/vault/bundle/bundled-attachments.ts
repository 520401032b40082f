import { createHash } from 'node:crypto';
import type { Span } from './archive.ts';
import { SourceGone } from './byte-source.ts';
import type { Plaintext } from './plaintext.ts';

/**
 * The attachments of an opened bundle, by SHA-256 in hex. Where they are few they are held, so that
 * a stick can be pulled out while its bundle is looked at. Where they are many they are read from
 * the file when they are wanted, one at a time: memory stays flat, and the stick must stay.
 */
export class BundledAttachments {
  readonly #archive: Plaintext;
  readonly #spans: ReadonlyMap<string, Span>;
  readonly #held = new Map<string, Uint8Array>();
  readonly #areFew: boolean;

  /** Of an archive and the spans in it by path; few are no more than `heldBytes` together. */
  constructor(archive: Plaintext, spans: ReadonlyMap<string, Span>, heldBytes: number) {
    this.#archive = archive;
    this.#spans = new Map([...spans].map(([path, span]) => [hashIn(path), span]));
    const total = [...spans.values()].reduce((sum, { size }) => sum + size, 0);
    this.#areFew = total <= heldBytes;
  }

  /** Takes the bytes of one, to be kept if they are few. */
  hold(sha256: string, bytes: Uint8Array): void {
    if (this.#areFew) this.#held.set(sha256, bytes);
  }

  /** Their hashes, ascending. */
  get hashes(): readonly string[] {
    return [...this.#spans.keys()];
  }

  /**
   * The bytes of one, or null where the bundle has none of this hash. Throws `SourceGone` where
   * the file is no longer there, or no longer holds what was verified.
   */
  read(sha256: string): Uint8Array | null {
    const span = this.#spans.get(sha256);
    if (span === undefined) return null;
    const held = this.#held.get(sha256);
    if (held !== undefined) return held;
    const bytes = this.#archive.readSync(span.at, span.size);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new SourceGone();
    return bytes;
  }
}

function hashIn(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}
