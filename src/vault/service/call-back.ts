import type { CallBack } from '../../shared/contract/consents.ts';
import { isCallBackStep, type CallBackStep } from '../../shared/model/call-back.ts';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';
import type { Task, TaskFields } from '../../shared/model/task.ts';
import type { RecordWriter } from '../db/change-log.ts';
import { bundlesOutWith } from '../store/bundle-entries.ts';
import { copiesOutWith, openCallBacks, type CopyOut } from '../store/call-backs.ts';
import type { VaultContext } from './context.ts';

/** What of a contact has left the mission, and what is under way for them. */
export interface AlreadyOut {
  readonly actions: readonly { readonly id: string; readonly title: string }[];
  readonly bundles: ReturnType<typeof bundlesOutWith>;
  readonly copies: readonly CopyOut[];
}

/**
 * Whatever the purpose: whoever received the record may still act on the consent it came with, and
 * a print says nothing of what was withdrawn since.
 */
export function outOfMission(
  { store }: VaultContext,
  contactId: string,
): Omit<AlreadyOut, 'actions'> {
  return { bundles: bundlesOutWith(store, contactId), copies: copiesOutWith(store, contactId) };
}

/**
 * Starts a task, due today, to stop each action and to call back each bundle, print, copy and
 * export. What an earlier withdrawal started and nobody has settled is not started twice.
 */
export function startCallBacks(
  context: VaultContext,
  writer: RecordWriter,
  contactId: string,
  out: AlreadyOut,
): void {
  const keyOf = (one: Pick<TaskFields, 'step' | 'text' | 'actionId' | 'bundleEntryId'>): string =>
    JSON.stringify([one.step, one.actionId ?? one.bundleEntryId ?? one.text]);
  const started = new Set(openCallBacks(context.store, contactId).map(keyOf));
  const start = (step: CallBackStep, text: string, about: Partial<TaskFields> = {}): void => {
    const fields = {
      ...{ text: oneLine(text), step, contactId, dueOn: context.today() },
      ...{ actionId: null, bundleEntryId: null, assignedTo: null },
      ...{ state: 'open' as const, settledOn: null },
      ...about,
    };
    if (started.has(keyOf(fields))) return;
    started.add(keyOf(fields));
    writer.create('task', fields);
  };
  for (const { id, title } of out.actions) start('stop-action', title, { actionId: id });
  for (const { id, counterpartName, at } of out.bundles) {
    start('call-back-bundle', `${minuteOf(at)} · ${counterpartName}`, { bundleEntryId: id });
  }
  for (const { kind, at, what } of out.copies) {
    start(`call-back-${kind}`, [minuteOf(at), what].filter((part) => part !== '').join(' · '));
  }
}

/** The open tasks of a contact that withdrawals started, as the contract has them. */
export function callBackRows({ store }: VaultContext, contactId: string): CallBack[] {
  return openCallBacks(store, contactId).flatMap(callBackRow);
}

function callBackRow({ id, step, text, actionId }: Task): CallBack[] {
  return isCallBackStep(step) ? [{ taskId: id, step, what: text, actionId }] : [];
}

/** As much of a text as a task's holds, never half a character of it. */
function oneLine(text: string): string {
  return text.slice(0, SHORT_TEXT_MAX).replace(/[\uD800-\uDBFF]$/u, '');
}

/** An instant as a text of a record has it, to the minute: `2026-11-20 10:00 UTC`. */
function minuteOf(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
