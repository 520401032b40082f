import { useEffect, useRef, type ReactNode } from 'react';
import { BookOpenCheck, ChevronLeft, ChevronRight, ExternalLink, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BriefRow } from '../../../shared/contract/brief.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BriefView } from './BriefView.tsx';
import styles from './brief.module.css';

export interface BriefReaderProps {
  readonly row: BriefRow;
  readonly isTicking: boolean;
  readonly onTick: (read: boolean) => void;
  /** Null where there is none. */
  readonly onBefore: (() => void) | null;
  readonly onAfter: (() => void) | null;
}

/** The brief of one contact, to be read and ticked off. */
export function BriefReader(props: BriefReaderProps): ReactNode {
  const { row, isTicking, onTick, onBefore, onAfter } = props;
  const { t } = useTranslation('brief');
  const format = useFormat();
  const { contactId, label, readAt } = row;
  const found = useCall(client.brief.ofContacts, { contactIds: [contactId], audience: null });
  const brief = found.data?.contacts[0];
  const name = useRef<HTMLHeadingElement>(null);
  /** The page was turned from here: reading goes on at the name, for eyes and screen readers. */
  const turned = useRef(false);
  useEffect(() => {
    if (turned.current) name.current?.focus();
    turned.current = false;
  }, [contactId]);
  const turning = (to: (() => void) | null) => (): void => {
    turned.current = true;
    to?.();
  };

  return (
    <article className={styles['reader']} aria-label={label}>
      <div className={styles['readerHead']}>
        <h2 ref={name} tabIndex={-1} className={styles['name']}>
          <bdi>{label}</bdi>
        </h2>
        {readAt !== null && (
          <StatusPill icon={BookOpenCheck} tone="positive">
            {t('readOn', { date: format.date(readAt.slice(0, 10)) })}
          </StatusPill>
        )}
        <ButtonLink
          to="/contacts/$id"
          params={{ id: contactId }}
          variant="quiet"
          size="sm"
          icon={ExternalLink}
        >
          {t('open')}
        </ButtonLink>
      </div>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.data === undefined && found.error === null && <Skeleton lines={10} />}
      {brief !== undefined && <BriefView brief={brief} />}
      <FormBar>
        <Button
          icon={ChevronLeft}
          className={styles['turn']}
          isDisabled={onBefore === null}
          onPress={turning(onBefore)}
        >
          {t('before')}
        </Button>
        <Button
          icon={ChevronRight}
          className={styles['turn']}
          isDisabled={onAfter === null}
          onPress={turning(onAfter)}
        >
          {t('after')}
        </Button>
        {readAt === null ? (
          <Button
            variant="primary"
            icon={BookOpenCheck}
            isPending={isTicking}
            onPress={turning(() => onTick(true))}
          >
            {onAfter === null ? t('tickLast') : t('tick')}
          </Button>
        ) : (
          <Button variant="quiet" icon={Undo2} isPending={isTicking} onPress={() => onTick(false)}>
            {t('untick')}
          </Button>
        )}
      </FormBar>
    </article>
  );
}
