import type { ConsentDue } from '../../../shared/contract/consents.ts';

/** What is due for one contact on one day for one reason: one conversation to have. */
export interface DueConversation extends Pick<
  ConsentDue,
  'contactId' | 'contactLabel' | 'decision' | 'on' | 'why'
> {
  readonly key: string;
  readonly entries: readonly ConsentDue[];
}

export const DUE_SECTIONS = ['lapsed', 'lapsing', 'review'] as const;
export interface DueSection {
  readonly name: (typeof DUE_SECTIONS)[number];
  readonly conversations: readonly DueConversation[];
}

/** What has lapsed, what is about to, and what is to be asked about again; order is kept. */
export function dueSections(due: readonly ConsentDue[], today: string): DueSection[] {
  const conversations = dueTogether(due);
  return DUE_SECTIONS.map((name) => ({
    name,
    conversations: conversations.filter((one) => sectionOf(one, today) === name),
  })).filter((section) => section.conversations.length > 0);
}

function sectionOf({ why, on }: DueConversation, today: string): DueSection['name'] {
  if (why === 'review') return 'review';
  return on < today ? 'lapsed' : 'lapsing';
}

function dueTogether(due: readonly ConsentDue[]): DueConversation[] {
  const groups = new Map<string, ConsentDue[]>();
  for (const entry of due) {
    const key = `${entry.contactId} ${entry.decision} ${entry.on} ${entry.why}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].flatMap(([key, entries]) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { contactId, contactLabel, decision, on, why } = first;
    return [{ key, contactId, contactLabel, decision, on, why, entries }];
  });
}
