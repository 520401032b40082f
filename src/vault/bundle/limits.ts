/**
 * Everything about a bundle that is bounded, in bytes unless named otherwise. The manifest,
 * the change sets and some attachments are held in memory, so their limits are also what an
 * attacker can make the vault hold.
 */
export type BundleLimits = {
  /** The file as it lies on the stick. */
  readonly fileBytes: number;
  /** The age header: bounds the key unwrappings that a hostile file can ask for. */
  readonly headerBytes: number;
  readonly recipients: number;
  /** Entries of the archive, the manifest and its signature included. */
  readonly entries: number;
  readonly manifestBytes: number;
  readonly signatureBytes: number;
  readonly changesBytes: number;
  readonly attachmentBytes: number;
  /** Attachments that are held in memory together; more than that stay in the file. */
  readonly heldBytes: number;
  /** All entries together. */
  readonly unpackedBytes: number;
  readonly changeSets: number;
  readonly changesPerSet: number;
  /** One line of changes.ndjson, without its line feed. */
  readonly lineBytes: number;
  /** Nesting of arrays and objects in any JSON of the bundle. */
  readonly jsonDepth: number;
};

const MIB = 1024 * 1024;

/** The limits of format version 1; docs/bundle-format.md lists them. Tests pass smaller ones. */
export const BUNDLE_LIMITS: BundleLimits = {
  fileBytes: 2048 * MIB,
  headerBytes: 256 * 1024,
  recipients: 64,
  entries: 10_000,
  manifestBytes: 4 * MIB,
  signatureBytes: 1024,
  changesBytes: 128 * MIB,
  attachmentBytes: 64 * MIB,
  heldBytes: 64 * MIB,
  unpackedBytes: 2032 * MIB,
  changeSets: 500_000,
  changesPerSet: 50_000,
  lineBytes: 8 * MIB,
  jsonDepth: 32,
};
