import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { BackLink } from '../../components/PageHeader.tsx';

/** The way back to the detention of a contact, by their name. */
export function BackToContact(props: {
  readonly contactId: string;
  readonly name?: string | undefined;
}): ReactNode {
  const { contactId, name } = props;
  const { t } = useTranslation('custody');
  const { data } = useCall(
    client.contacts.page,
    { id: contactId },
    { enabled: name === undefined },
  );
  return (
    <BackLink to="/contacts/$id" params={{ id: contactId }} search={{ tab: 'detention' }}>
      <bdi>{name ?? data?.row.label ?? t('tab.label')}</bdi>
    </BackLink>
  );
}
