import type { TaskFields } from './task.ts';

/*
 * A contact to be made is a task about one contact, told from other tasks by its step. So is an
 * attempt that nobody answered: what was tried counts in the silence alarm (silence.ts). A contact
 * that was made is a meeting log, and settles what was planned for that day or before.
 */

/** The step of a task that stands for a contact to be made on its due day. */
export const PLANNED_CONTACT_STEP = 'contact';
/** The step of a task that stands for an attempt in vain, done on the day it was settled. */
export const ATTEMPT_STEP = 'contact-attempt';

/** A contact to be made by a day. */
export function plannedContact(contactId: string, on: string, text: string): TaskFields {
  return {
    ...about(contactId, text),
    step: PLANNED_CONTACT_STEP,
    dueOn: on,
    state: 'open',
    settledOn: null,
  };
}

/** An attempt to reach somebody that nobody answered. */
export function attemptInVain(contactId: string, on: string, text: string): TaskFields {
  return {
    ...about(contactId, text),
    step: ATTEMPT_STEP,
    dueOn: null,
    state: 'done',
    settledOn: on,
  };
}

function about(
  contactId: string,
  text: string,
): Pick<TaskFields, 'text' | 'contactId' | 'actionId' | 'bundleEntryId' | 'assignedTo'> {
  return { text, contactId, actionId: null, bundleEntryId: null, assignedTo: null };
}
