import type { ReactNode } from 'react';
import { FileLock2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NotReady } from '../../../shared/model/particulars.ts';
import { ButtonLink } from '../../components/Button.tsx';
import styles from './actions.module.css';

/** The first field to fill in, where an action is not ready. */
export const FIELD_TO_FILL = {
  'no-instruction': 'instructionReference',
  'not-cleared': 'clearedBy',
} as const satisfies Record<NotReady, string>;

export interface NotReadyNoticeProps {
  readonly reason: NotReady;
  /** The action whose form is offered; null in that form itself. */
  readonly actionId: string | null;
}

/** What an action needs before it may begin, though every consent were there, and where to fill it. */
export function NotReadyNotice({ reason, actionId }: NotReadyNoticeProps): ReactNode {
  const { t } = useTranslation('actions');
  return (
    <div className={styles['gapGroup']}>
      <p className={styles['notice']}>
        <FileLock2 aria-hidden />
        {t(`notReady.${reason}`)}
      </p>
      {actionId !== null && (
        <ButtonLink
          to="/actions/$id/edit"
          params={{ id: actionId }}
          search={{ field: FIELD_TO_FILL[reason] }}
          size="sm"
        >
          {t(`notReady.fill.${reason}`)}
        </ButtonLink>
      )}
    </div>
  );
}
