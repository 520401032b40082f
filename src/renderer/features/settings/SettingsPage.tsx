import { useState, type ReactNode } from 'react';
import { Info, Keyboard, Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../shared/contract/define.ts';
import type { Calls } from '../../../shared/contract/contract.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FactList } from '../../components/FactList.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { HistoryVerdict } from '../history/HistoryVerdict.tsx';
import { Appearance } from './Appearance.tsx';
import { Keys } from './Keys.tsx';
import styles from './SettingsPage.module.css';

export function SettingsPage(): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} />
      <div className={styles['stack']}>
        <Appearance />
        <Keys />
        <HistoryCheck />
        <Shortcuts />
        <About />
      </div>
    </Page>
  );
}

function HistoryCheck(): ReactNode {
  const { t } = useTranslation('settings');
  const verify = useAsk(client.history.verify);
  const [result, setResult] = useState<ResultOf<Calls['history']['verify']> | null>(null);

  const check = async (): Promise<void> => {
    setResult(null);
    const outcome = await verify.ask({});
    if (outcome.ok) setResult(outcome.value);
  };

  return (
    <Card title={t('history')} icon={Link2}>
      <p className={styles['note']}>{t('historyNote')}</p>
      <div className={styles['fields']}>
        <div className={styles['row']}>
          <Button isPending={verify.pending} onPress={() => void check()}>
            {verify.pending ? t('verifying') : t('verify')}
          </Button>
        </div>
        <ErrorNotice error={verify.failure} />
        {result !== null && <HistoryVerdict result={result} />}
      </div>
    </Card>
  );
}

function Shortcuts(): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Card title={t('shortcuts')} icon={Keyboard}>
      <div className={styles['keys']}>
        <KeyHint keys={['mod', 'K']} />
        <span>{t('shortcut.search')}</span>
        <KeyHint keys={['mod', 'shift', 'L']} />
        <span>{t('shortcut.lock')}</span>
        <KeyHint keys={['Alt', '1 – 8']} />
        <span>{t('shortcut.places')}</span>
        <KeyHint keys={['F6']} />
        <span>{t('shortcut.notice')}</span>
        <KeyHint keys={['mod', 'enter']} />
        <span>{t('shortcut.save')}</span>
      </div>
    </Card>
  );
}

function About(): ReactNode {
  const { t } = useTranslation('settings');
  const info = useCall(client.host.info, {});
  const status = useCall(client.session.status, {});
  const officer = status.data?.officer;
  return (
    <Card title={t('about')} icon={Info}>
      <FactList
        facts={[
          {
            label: t('officer'),
            value: officer && (
              <>
                <bdi>{officer.name}</bdi>
                {', '}
                <bdi>{officer.post}</bdi>
              </>
            ),
          },
          { label: t('version'), value: info.data?.version },
          { label: t('host'), value: info.data && t(`hosts.${info.data.kind}`) },
          { label: t('platform'), value: info.data?.platform },
          { label: t('network'), value: t('networkNone') },
        ]}
      />
    </Card>
  );
}
