import type { ImportPreview } from '../../shared/contract/bundles.ts';
import type { CarryingVerb, EntrustmentFields } from '../../shared/model/entrustment.ts';
import type { Manifest } from '../bundle/manifest.ts';
import { byStamp, EXISTS, type ForeignChangeSet } from '../db/change-types.ts';
import type { RecordWriter } from '../db/change-log.ts';

/** What a receiver says to one contact that was offered. */
export interface Answer {
  readonly answer: 'accepted' | 'rejected';
  readonly reason: string;
}

const ACCEPTED: Answer = { answer: 'accepted', reason: '' };

/** By which verb a bundle offers its contacts; null where it offers none (an update, version 1). */
export function verbOf({ kind, verb }: Pick<Manifest, 'kind' | 'verb'>): CarryingVerb | null {
  return kind === 'share' ? 'refer' : verb;
}

/** What an officer has to know to answer what a bundle offers; null where it offers nothing. */
export function offerOf(
  manifest: Manifest,
  changeSets: readonly ForeignChangeSet[],
): ImportPreview['offer'] {
  const verb = verbOf(manifest);
  if (verb === null) return null;
  const { purpose, until, answerBy } = manifest;
  return { verb, contactIds: [...contactsCarried(changeSets)], purpose, until, answerBy };
}

/** The contacts that come with these change sets, once each; not those whose removal comes. */
export function contactsCarried(changeSets: readonly ForeignChangeSet[]): readonly string[] {
  const exists = new Map<string, boolean>();
  for (const set of [...changeSets].sort(byStamp)) {
    for (const { recordType, recordId: id, field, newValue } of set.changes) {
      if (recordType !== 'contact') continue;
      exists.set(id, field === EXISTS ? newValue === true : (exists.get(id) ?? true));
    }
  }
  return [...exists].filter(([, isThere]) => isThere).map(([id]) => id);
}

/** Puts down, for each contact that a bundle offers, what was answered. */
export function recordAnswers(
  writer: RecordWriter,
  manifest: Manifest,
  offered: readonly string[],
  answers: ReadonlyMap<string, Answer>,
  today: string,
): void {
  const verb = verbOf(manifest);
  if (verb === null) return;
  for (const contactId of offered) {
    const { answer, reason } = answers.get(contactId) ?? ACCEPTED;
    writer.create('entrustment', {
      ...carriedBy(manifest, verb),
      ...{ direction: 'in', contactId, state: answer, reason, settledOn: today },
      counterpartId: manifest.sender.officerId,
      counterpartName: manifest.sender.name,
    });
  }
}

/** Puts down, for each contact that goes out with a bundle, that it is offered. */
export function recordOffers(
  writer: RecordWriter,
  manifest: Manifest,
  contactIds: readonly string[],
  recipient: { readonly id: string; readonly name: string },
): void {
  const verb = verbOf(manifest);
  if (verb === null) return;
  for (const contactId of contactIds) {
    writer.create('entrustment', {
      ...carriedBy(manifest, verb),
      ...{ direction: 'out', contactId, state: 'offered', reason: '', settledOn: null },
      ...{ counterpartId: recipient.id, counterpartName: recipient.name },
    });
  }
}

function carriedBy(
  { bundleId, createdAt, purpose, until, answerBy }: Manifest,
  verb: CarryingVerb,
): Pick<
  EntrustmentFields,
  'verb' | 'wanted' | 'bundleId' | 'purpose' | 'until' | 'offeredOn' | 'answerBy'
> {
  return {
    verb,
    wanted: '',
    bundleId,
    purpose,
    until,
    offeredOn: createdAt.slice(0, 10),
    answerBy,
  };
}
