import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { instant, recordId } from '../../shared/model/primitives.ts';
import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import { ok, type Outcome } from '../../shared/outcome.ts';
import { malformed, tooLarge } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';
import type { JsonValue } from '../canonical-json.ts';
import { hybridLogicalClock, signedLine } from './fields.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

/** Longest reason of a change set, in UTF-16 code units. */
const REASON_MAX = 2000;
const LINE_FEED = 0x0a;

/** Whether the value fits its field is the applier's to check, against the model. */
const anyJson = z.custom<JsonValue>((value) => value !== undefined);

const fieldName = z
  .string()
  .regex(/^(\$exists|[a-zA-Z][a-zA-Z0-9]{0,40})$/u)
  // `constructor`, `toString` and the like would find something on any plain object.
  .refine((name) => !(name in Object.prototype), { error: 'inherited-name' });

export const bundleChangeSchema = z.strictObject({
  type: z.enum(RECORD_TYPES),
  id: recordId,
  field: fieldName,
  old: anyJson,
  new: anyJson,
});
export type BundleChange = z.infer<typeof bundleChangeSchema>;

export const bundleChangeSetSchema = z.strictObject({
  id: recordId,
  hlc: hybridLogicalClock,
  at: instant,
  author: z.strictObject({ id: recordId, name: signedLine.min(1) }),
  device: signedLine,
  reason: z.string().max(REASON_MAX),
  undoOf: recordId.nullable(),
  changes: z.array(bundleChangeSchema).min(1).refine(namesEachFieldOnce, { error: 'field-twice' }),
});
export type BundleChangeSet = z.infer<typeof bundleChangeSetSchema>;

export type ChangesFailure = FailureOf<'bundle-malformed' | 'bundle-too-large'>;

/**
 * Encodes one change set as its line, line feed included. One that a reader would refuse is a fault
 * of the exporter: it throws, naming the rule and never the value.
 */
export function encodeChangeSet(
  changeSet: BundleChangeSet,
  limits: BundleLimits = BUNDLE_LIMITS,
): Uint8Array {
  const json = encodeCanonicalJson(changeSet);
  const read = parseChangeSet(json, limits);
  if (!read.ok) {
    const { failure } = read;
    const why = failure.kind === 'bundle-malformed' ? failure.rule : failure.limit;
    throw new TypeError(`change set refused: ${why}`);
  }
  const line = new Uint8Array(json.length + 1);
  line.set(json);
  line[json.length] = LINE_FEED;
  return line;
}

/**
 * Reads changes.ndjson one change set at a time. Each line, the last too, ends in a line feed; an
 * empty file holds no change sets. Stops at the first failure.
 */
export function* readChangeSets(
  file: Uint8Array,
  limits: BundleLimits = BUNDLE_LIMITS,
): Generator<Outcome<BundleChangeSet, ChangesFailure>, void, undefined> {
  if (file.length > limits.changesBytes) return yield tooLarge('changes');
  const seen = new Set<string>();
  let offset = 0;
  while (offset < file.length) {
    const end = file.indexOf(LINE_FEED, offset);
    if (end === -1) return yield malformed('changes-last-line');
    const line = file.subarray(offset, end);
    offset = end + 1;
    if (seen.size >= limits.changeSets) return yield tooLarge('changes');
    const changeSet = parseChangeSet(line, limits);
    if (!changeSet.ok) return yield changeSet;
    if (seen.has(changeSet.value.id)) return yield malformed('changes-id-twice');
    seen.add(changeSet.value.id);
    yield changeSet;
  }
}

/** Counts the distinct records that change sets touch, by type; a type with none is left out. */
export class RecordCounter {
  readonly #seen = new Map<RecordType, Set<string>>();

  add(changeSet: BundleChangeSet): void {
    for (const { type, id } of changeSet.changes) {
      const ids = this.#seen.get(type) ?? new Set<string>();
      this.#seen.set(type, ids.add(id));
    }
  }

  counts(): Partial<Record<RecordType, number>> {
    return Object.fromEntries([...this.#seen].map(([type, ids]) => [type, ids.size]));
  }
}

function parseChangeSet(
  line: Uint8Array,
  limits: BundleLimits,
): Outcome<BundleChangeSet, ChangesFailure> {
  if (line.length > limits.lineBytes) return tooLarge('changes');
  const json = parseCanonicalJson(line, limits.jsonDepth);
  if (!json.ok) return malformed(`changes-${json.failure}`);
  const parsed = bundleChangeSetSchema.safeParse(json.value);
  if (!parsed.success) return malformed('changes-schema');
  if (parsed.data.changes.length > limits.changesPerSet) return tooLarge('changes');
  return ok(parsed.data);
}

/** A field changed twice in one change set would have two old values and two new ones. */
function namesEachFieldOnce(changes: readonly BundleChange[]): boolean {
  const names = changes.map(({ type, id, field }) => `${type} ${id} ${field}`);
  return new Set(names).size === names.length;
}
