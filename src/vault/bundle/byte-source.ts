/** Bytes that can be read at any place and more than once, such as a file on a stick. */
export interface ByteSource {
  readonly size: number;
  /** Fills `into` with the bytes from `at` on. Rejects with `SourceGone` where they are not there. */
  read(into: Uint8Array, at: number): Promise<void>;
  /** The same without a turn for anyone else, as inside a transaction. */
  readSync(into: Uint8Array, at: number): void;
}

/** A stick was pulled out, or its file is no longer what it was when it was checked. */
export class SourceGone extends Error {
  constructor() {
    super('the bytes of a bundle can no longer be read');
    this.name = 'SourceGone';
  }
}
