import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Pencil, Trash2, UserRoundPlus, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactPage } from '../../../shared/contract/contacts.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { RelationshipDialog } from './RelationshipDialog.tsx';
import styles from './ContactPage.module.css';

type Tie = ContactPage['relationships'][number];

/** Who is close to the contact, read from this contact's side. */
export function ContactRelationships({ page }: { readonly page: ContactPage }): ReactNode {
  const { t } = useTranslation(['contacts', 'common']);
  const label = useLabel();
  const format = useFormat();
  const [editing, setEditing] = useState<Tie | 'new' | null>(null);
  const remove = useAsk(client.contacts.removeRelationship);
  const done = useUndoToast();

  const dates = ({ since, until }: Tie['relationship']): string | null => {
    if (since !== null && until !== null) {
      return t('relation.dates', { since: format.date(since), until: format.date(until) });
    }
    if (since !== null) return t('relation.from', { since: format.date(since) });
    return until === null ? null : t('relation.to', { until: format.date(until) });
  };
  const takeAway = async (tie: Tie): Promise<void> => {
    const outcome = await remove.ask({ id: tie.relationship.id });
    if (outcome.ok) done(t('relation.removed'), outcome.value.changeSetId);
  };
  const add = (
    <Button size="sm" icon={UserRoundPlus} onPress={() => setEditing('new')}>
      {t('relation.add')}
    </Button>
  );

  return (
    <>
      <ErrorNotice error={remove.failure} onDismiss={remove.dismiss} />
      {page.relationships.length === 0 ? (
        <EmptyState icon={Waypoints} title={t('relation.emptyTitle')} actions={add}>
          {t('relation.empty')}
        </EmptyState>
      ) : (
        <Card title={t('relation.title')} icon={Waypoints} actions={add} isFlush>
          <ul className={styles['items']}>
            {page.relationships.map((tie) => (
              <li key={tie.relationship.id} className={styles['item']}>
                <Avatar name={tie.other.label} kind={tie.other.kind} />
                <div className={styles['itemWords']}>
                  <span className={styles['muted']}>
                    {label(
                      tie.side === 'from' ? 'relationshipType' : 'relationshipTypeReverse',
                      tie.relationship.type,
                    )}
                  </span>{' '}
                  <Link to="/contacts/$id" params={{ id: tie.other.id }}>
                    <bdi>{tie.other.label}</bdi>
                  </Link>
                  <p className={styles['itemNote']} dir="auto">
                    {[dates(tie.relationship), tie.relationship.note].filter(Boolean).join(' · ')}
                  </p>
                </div>
                <Menu
                  label={`${t('common:moreActions')}: ${tie.other.label}`}
                  items={[
                    {
                      id: 'edit',
                      label: t('common:edit'),
                      icon: Pencil,
                      onAction: () => setEditing(tie),
                    },
                    {
                      id: 'remove',
                      label: t('common:remove'),
                      icon: Trash2,
                      isDangerous: true,
                      onAction: () => void takeAway(tie),
                    },
                  ]}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {editing !== null && (
        <RelationshipDialog
          contact={{ id: page.contact.id, label: page.row.label }}
          tie={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
