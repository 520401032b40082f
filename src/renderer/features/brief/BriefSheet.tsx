import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactBrief } from '../../../shared/model/brief.ts';
import { PrintSheet } from '../../components/PrintSheet.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { BriefView } from './BriefView.tsx';
import styles from './brief.module.css';

export interface BriefSheetProps {
  readonly contacts: readonly ContactBrief[];
  /** Takes the sheet instead of the printer, once it is there; null to print. */
  readonly onReady: (() => Promise<void>) | null;
  /** It was printed, or the printing called off: the sheet can go. */
  readonly onPrinted: () => void;
}

/**
 * The brief on paper, each contact beginning a page. It is there only while it is printed, so that
 * nothing is printed that the vault did not let out.
 */
export function BriefSheet({ contacts, onReady, onPrinted }: BriefSheetProps): ReactNode {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const printed = useEffectEvent(onPrinted);
  const begin = useEffectEvent(() => {
    if (onReady === null) window.print();
    else void onReady();
  });
  // Once, whatever changes while the dialog is open.
  useEffect(() => {
    const onAfter = (): void => printed();
    window.addEventListener('afterprint', onAfter);
    begin();
    return () => window.removeEventListener('afterprint', onAfter);
  }, []);
  return (
    <PrintSheet>
      <h1 className={styles['sheetTitle']}>{t('title')}</h1>
      <p>
        {t('word.made')}: {format.date(localToday())} · {t('sheet.foot')}
      </p>
      {contacts.map((brief) => (
        <article key={brief.contactId} className={styles['sheetContact']}>
          <h2>
            <bdi>{brief.label}</bdi>
          </h2>
          <BriefView brief={brief} />
        </article>
      ))}
    </PrintSheet>
  );
}
