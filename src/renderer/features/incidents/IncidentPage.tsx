import type { ReactNode } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Pencil, ScrollText, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RecordFiles } from '../../components/files/RecordFiles.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { Chain } from './Chain.tsx';
import { IncidentFacts } from './IncidentFacts.tsx';
import { IncidentMarks } from './IncidentMarks.tsx';
import { Redress } from './Redress.tsx';
import styles from './incidents.module.css';

/** One incident to read: what happened, what led to it and followed, what came of it, the evidence. */
export function IncidentPage(): ReactNode {
  const { id } = useParams({ from: '/incidents/$id' });
  const { t } = useTranslation('incidents');
  const navigate = useNavigate();
  const page = useCall(client.incidents.get, { id });
  const remove = useAsk(client.incidents.remove);
  const done = useUndoToast();
  const back = <BackLink to="/incidents">{t('title')}</BackLink>;

  if (page.data === undefined) {
    return (
      <Page>
        <PageHeader title={t('title')} back={back} />
        {page.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={page.error} />}
      </Page>
    );
  }
  const { incident, chain, followedRemoved, attachments, contacts } = page.data;
  const names = new Map(contacts.map((contact) => [contact.id, contact.label]));

  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (!outcome.ok) return;
    done(t('read.removedToast'), outcome.value.changeSetId);
    await navigate({ to: '/incidents' });
  };

  return (
    <Page>
      <PageHeader
        title={incident.title}
        heading={<bdi>{incident.title}</bdi>}
        back={back}
        lead={<IncidentMarks incident={incident} />}
        actions={
          <>
            <Menu
              items={[
                {
                  id: 'remove',
                  label: t('read.remove'),
                  icon: Trash2,
                  isDangerous: true,
                  onAction: () => void removeNow(),
                },
              ]}
            />
            <ButtonLink to="/incidents/$id/edit" params={{ id }} variant="primary" icon={Pencil}>
              {t('read.edit')}
            </ButtonLink>
          </>
        }
      />
      <ErrorNotice error={remove.failure} />
      <div className={styles['read']}>
        <div className={styles['column']}>
          <Card title={t('read.happened')} icon={ScrollText}>
            {incident.description.trim() === '' ? (
              <p className={styles['muted']}>{t('read.nothing')}</p>
            ) : (
              <p dir="auto" className={styles['text']}>
                {incident.description}
              </p>
            )}
          </Card>
          <Chain id={id} chain={chain} followedRemoved={followedRemoved} />
          <Redress steps={incident.redress} />
          <RecordFiles ownerType="incident" ownerId={id} files={attachments} canChange />
          <Disclosure label={t('read.history')}>
            <RecordHistory type="incident" id={id} />
          </Disclosure>
        </div>
        <IncidentFacts incident={incident} names={names} />
      </div>
    </Page>
  );
}
