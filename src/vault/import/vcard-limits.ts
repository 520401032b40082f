/** Bounds of one vCard file: far above any real address book, and low enough to hold in memory. */
export const VCARD_LIMITS = {
  /** Largest file, in bytes. */
  fileBytes: 50 * 1024 * 1024,
  cards: 20_000,
  /** Lines before unfolding; 100 for each card. */
  linesOfFile: 2_000_000,
  /** Longest unfolded line, in bytes. */
  lineBytes: 10 * 1024 * 1024,
  /** Longest property name with its parameters, in characters. */
  headChars: 4_096,
  /** Longest value that is not a photo or the like, in characters. */
  textChars: 64 * 1024,
  noteChars: 1024 * 1024,
  /** Semicolons and commas of one value that is split at them. */
  separators: 2_000,
  linesOfCard: 2_000,
  /** Largest photo, in bytes. */
  photoBytes: 5 * 1024 * 1024,
  /** All photos of one file together, in bytes. */
  allPhotosBytes: 40 * 1024 * 1024,
  /** Changed and refused lines that a report lists; lines beyond it are counted, not listed. */
  findingsListed: 100_000,
} as const;
