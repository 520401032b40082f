import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import {
  FilePen,
  HeartHandshake,
  ListTodo,
  MessageSquareReply,
  PencilLine,
  Quote,
  Stamp,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { RecordFiles } from '../../components/files/RecordFiles.tsx';
import { Menu } from '../../components/Menu.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { FollowUpItem } from './FollowUpItem.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { MeetingMarks } from './MeetingMarks.tsx';
import { PromiseItem } from './PromiseItem.tsx';
import styles from './meetings.module.css';

/** One log to read: what was said, what we told them, what is promised and to be done. */
export function MeetingPage(): ReactNode {
  const { id } = useParams({ from: '/meetings/$id' });
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const page = useCall(client.meetings.get, { id });
  const seal = useAsk(client.meetings.seal);
  const remove = useAsk(client.meetings.removeDraft);
  const done = useUndoToast();
  const back = <BackLink to="/meetings">{t('title')}</BackLink>;

  if (page.data === undefined) {
    return (
      <Page>
        <PageHeader title={t('title')} back={back} />
        {page.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={page.error} />}
      </Page>
    );
  }
  const { meeting, row, promises, followUps, attachments } = page.data;
  const isDraft = meeting.state === 'draft';

  const sealNow = async (): Promise<void> => {
    const outcome = await seal.ask({ id });
    if (outcome.ok) done(t('read.sealedToast'), outcome.value.changeSetId);
  };
  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (!outcome.ok) return;
    done(t('read.removedToast'), outcome.value.changeSetId);
    await navigate({ to: '/meetings' });
  };

  return (
    <Page>
      <PageHeader
        title={meeting.title}
        heading={<bdi>{meeting.title}</bdi>}
        back={back}
        lead={<MeetingMarks row={row} saysSealed />}
        actions={
          isDraft ? (
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
              <ButtonLink to="/meetings/$id/edit" params={{ id }} icon={PencilLine}>
                {t('read.edit')}
              </ButtonLink>
              <Button
                variant="primary"
                icon={Stamp}
                isPending={seal.pending}
                onPress={() => void sealNow()}
              >
                {t('read.seal')}
              </Button>
            </>
          ) : (
            <ButtonLink to="/meetings/new" search={{ corrects: id }} icon={FilePen}>
              {t('read.correct')}
            </ButtonLink>
          )
        }
      />
      <div className={styles['column']}>
        <ErrorNotice error={seal.failure ?? remove.failure} />
        {meeting.correctsId !== null && (
          <Banner tone="info" title={t('read.corrects')}>
            <Link to="/meetings/$id" params={{ id: meeting.correctsId }}>
              {t('read.correctsLink')}
            </Link>
          </Banner>
        )}
        {row.correctedById !== null && (
          <Banner tone="warning" title={t('read.correctedBy')}>
            <Link to="/meetings/$id" params={{ id: row.correctedById }}>
              {t('read.correctedByLink')}
            </Link>
          </Banner>
        )}
        <div className={styles['read']}>
          <div className={styles['column']}>
            <Card title={t('read.said')} icon={Quote}>
              <LongText text={meeting.said} none={t('read.nothingSaid')} />
            </Card>
            <Card title={t('read.told')} icon={MessageSquareReply}>
              <LongText text={meeting.told} none={t('read.nothingTold')} />
            </Card>
            <Card title={t('read.promises')} icon={HeartHandshake}>
              {promises.length === 0 ? (
                <p className={styles['muted']}>{t('read.noPromises')}</p>
              ) : (
                <ul className={styles['items']}>
                  {promises.map((promise) => (
                    <PromiseItem key={promise.id} promise={promise} />
                  ))}
                </ul>
              )}
            </Card>
            <Card title={t('read.followUps')} icon={ListTodo}>
              {followUps.length === 0 ? (
                <p className={styles['muted']}>{t('read.noFollowUps')}</p>
              ) : (
                <ul className={styles['items']}>
                  {followUps.map((followUp) => (
                    <FollowUpItem key={followUp.id} followUp={followUp} />
                  ))}
                </ul>
              )}
            </Card>
            <RecordFiles
              ownerType="meeting-log"
              ownerId={id}
              files={attachments}
              canChange={isDraft}
            />
            <Disclosure label={t('read.history')}>
              <RecordHistory type="meeting-log" id={id} />
            </Disclosure>
          </div>
          <MeetingFacts meeting={meeting} row={row} />
        </div>
      </div>
    </Page>
  );
}

function LongText({ text, none }: { readonly text: string; readonly none: string }): ReactNode {
  if (text.trim() === '') return <p className={styles['muted']}>{none}</p>;
  return (
    <p dir="auto" className={styles['text']}>
      {text}
    </p>
  );
}
