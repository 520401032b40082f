import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { PrintSheet } from '../../components/PrintSheet.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './CardSheet.module.css';

export interface CardSheetProps {
  readonly officer: OfficerView;
  /** Null where the card is too long for a code: the paper then bears the words alone. */
  readonly code: string | null;
  /** It was printed, or the printing called off: the sheet can go. */
  readonly onPrinted: () => void;
}

/** One's own card on paper: to be photographed, and compared word by word. It holds no secret. */
export function CardSheet({ officer, code, onPrinted }: CardSheetProps): ReactNode {
  const { t } = useTranslation('officers');
  const format = useFormat();
  const { name, post, fingerprintWords } = officer;
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  return (
    <PrintSheet>
      <h1 className={styles['title']}>{t('sheet.title')}</h1>
      <p className={styles['name']}>
        <bdi>{name}</bdi>
      </p>
      <p>
        <bdi>{post}</bdi>
      </p>
      <div className={styles['halves']}>
        {code === null ? (
          <p>{t('sheet.tooLong')}</p>
        ) : (
          <div className={styles['code']}>
            <QrCode text={code} label={t('code.label', { name })} />
          </div>
        )}
        <section>
          <h2 className={styles['heading']}>{t('sheet.fingerprint')}</h2>
          <Fingerprint name={name} words={fingerprintWords} />
        </section>
      </div>
      <h2 className={styles['heading']}>{t('sheet.howTo')}</h2>
      <ol className={styles['steps']}>
        <li>{t('sheet.step1')}</li>
        <li>{t('sheet.step2', { name })}</li>
        <li>{t('sheet.step3')}</li>
        <li>{t('sheet.step4')}</li>
      </ol>
      <p className={styles['foot']}>{t('sheet.foot', { date: format.date(localToday()) })}</p>
    </PrintSheet>
  );
}
