import { useMemo, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DecisionSheet } from './DecisionSheet.tsx';
import type { DueConversation } from './due-sections.ts';
import type { DecisionStart } from './form-values.ts';

export interface RenewSheetProps {
  readonly conversation: DueConversation;
  readonly onClose: () => void;
}

/** The decision sheet, filled in with what was agreed before; a refusal is only asked about again. */
export function RenewSheet({ conversation, onClose }: RenewSheetProps): ReactNode {
  const { contactId, contactLabel, decision, entries } = conversation;
  const { data, error } = useCall(client.consents.ofContact, { contactId });
  const start = useMemo((): DecisionStart | null => {
    if (data === undefined) return null;
    if (decision !== 'given') {
      return {
        purposes: [...new Set(entries.map((entry) => entry.purpose))],
        audiences: [...new Set(entries.map((entry) => entry.audience))],
      };
    }
    const ids = new Set(entries.map((entry) => entry.eventId));
    return { renews: data.events.filter((event) => ids.has(event.id)) };
  }, [data, decision, entries]);
  return (
    <>
      <ErrorNotice error={error} />
      <DecisionSheet
        contactId={contactId}
        contactLabel={contactLabel}
        start={start}
        onClose={onClose}
      />
    </>
  );
}
