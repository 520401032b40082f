import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Check, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallBack } from '../../../shared/contract/consents.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import styles from './consents.module.css';

/** What withdrawals have started and is still to be done; each is settled here. */
export function CallBacks({ callBacks }: { readonly callBacks: readonly CallBack[] }): ReactNode {
  const { t } = useTranslation('consents');
  if (callBacks.length === 0) return null;
  return (
    <Card title={t('callBack.title')} icon={Undo2}>
      <p className={styles['muted']}>{t('callBack.intro')}</p>
      <CallBackList callBacks={callBacks} />
    </Card>
  );
}

/** The tasks themselves, each with what settles it. */
export function CallBackList({
  callBacks,
}: {
  readonly callBacks: readonly CallBack[];
}): ReactNode {
  const { t } = useTranslation(['consents', 'tasks']);
  const settle = useAsk(client.tasks.settle);
  const done = useUndoToast();
  const settleNow = async ({ taskId }: CallBack, words: string): Promise<void> => {
    const outcome = await settle.ask({ task: { id: taskId }, state: 'done' });
    if (outcome.ok) done(t('callBack.settled', { what: words }), outcome.value.changeSetId);
  };
  return (
    <>
      <ErrorNotice error={settle.failure} />
      <ul className={styles['callBacks']}>
        {callBacks.map((callBack) => {
          const words = t(`tasks:started.${callBack.step}`, { what: callBack.what });
          return (
            <li key={callBack.taskId}>
              {callBack.actionId === null ? (
                <bdi>{words}</bdi>
              ) : (
                <Link to="/actions/$id" params={{ id: callBack.actionId }} dir="auto">
                  {words}
                </Link>
              )}
              <Button
                size="sm"
                icon={Check}
                aria-label={t('callBack.doneNamed', { what: words })}
                isPending={settle.pending}
                onPress={() => void settleNow(callBack, words)}
              >
                {t('callBack.done')}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
