import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CircleAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../shared/contract/custody.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import styles from './custody.module.css';

export interface RestsOnProps {
  readonly action: VisitRow['action'];
  /** Whether somebody was there: then an action that does not bear it is a finding. */
  readonly wasThere: boolean;
}

/** The action that a visit or an observation rests on, and whether it bears it. */
export function RestsOn({ action, wasThere }: RestsOnProps): ReactNode {
  const { t } = useTranslation('custody');
  const bears = action?.bears === true;
  if (action === null && !wasThere) return null;
  return (
    <p className={styles['stopNote']}>
      {action !== null && (
        <>
          {`${t('rests.on')} `}
          <Link to="/actions/$id" params={{ id: action.id }}>
            <bdi>{action.title}</bdi>
          </Link>{' '}
        </>
      )}
      {bears ? (
        <StatusPill icon={ShieldCheck} tone="positive" isPlain>
          {t('rests.bears')}
        </StatusPill>
      ) : wasThere ? (
        <StatusPill icon={CircleAlert} tone="danger" isPlain>
          {t('rests.gone')}
        </StatusPill>
      ) : (
        <StatusPill icon={ShieldQuestion} tone="warning" isPlain>
          {t('rests.planned')}
        </StatusPill>
      )}
    </p>
  );
}
