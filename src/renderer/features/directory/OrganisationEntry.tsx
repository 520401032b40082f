import type { ReactNode } from 'react';
import { HandHelping } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../shared/model/contact.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import styles from './directory.module.css';

/** What an organisation offers, on its own page; nothing for who is not in the directory. */
export function OrganisationEntry({
  contact,
}: {
  readonly contact: Pick<Contact, 'id' | 'directory'>;
}): ReactNode {
  const { t } = useTranslation('directory');
  if (contact.directory === null) return null;
  return (
    <Card
      title={t('card.title')}
      icon={HandHelping}
      actions={
        <ButtonLink
          to="/actions/new"
          search={{ type: 'ngo-referral', organisation: contact.id }}
          size="sm"
        >
          {t('refer')}
        </ButtonLink>
      }
    >
      <div className={styles['column']}>
        <EntryFacts entry={contact.directory} />
      </div>
    </Card>
  );
}
