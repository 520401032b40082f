import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { BacklashCheck } from './BacklashCheck.tsx';

/** The backlash check of one contact, once something was done for them; for the contact's page. */
export function ContactBacklash({ contactId }: { readonly contactId: string }): ReactNode {
  const { data } = useCall(client.impact.backlash, { contactId });
  if (data === undefined || data.actions.length === 0) return null;
  return <BacklashCheck contactId={contactId} />;
}
