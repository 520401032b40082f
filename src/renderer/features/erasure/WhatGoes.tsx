import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Eraser, Undo2, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErasurePreview } from '../../../shared/contract/erasure.ts';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useCounts } from '../bundles/use-counts.ts';
import styles from './erasure.module.css';

/** What goes, what stays without them, and what is out with others already. */
export function WhatGoes({ preview }: { readonly preview: ErasurePreview }): ReactNode {
  const { t } = useTranslation('erasure');
  const counts = useCounts();
  const { gone, kept, drafts, underWay } = preview;
  return (
    <>
      <Banner tone="danger" title={t('final.title')}>
        <p>{t('final.body')}</p>
      </Banner>
      {underWay.length > 0 && (
        <Banner tone="warning" title={t('underWay.title')}>
          <p>{t('underWay.body')}</p>
          <ul>
            {underWay.map(({ id, title }) => (
              <li key={id}>
                <Link to="/actions/$id" params={{ id }} dir="auto">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <Card title={t('gone.title')} icon={Eraser}>
        <p>{Object.keys(gone).length === 0 ? t('gone.nothing') : counts(gone)}</p>
        {drafts > 0 && <p>{t('gone.drafts', { count: drafts })}</p>}
        <p className={styles['muted']}>{t('gone.note')}</p>
      </Card>
      {kept.length > 0 && (
        <Card title={t('kept.title')} icon={Users}>
          <p className={styles['muted']}>{t('kept.note')}</p>
          <ul className={styles['list']}>
            {kept.map((one) => (
              <li key={`${one.record.type} ${one.record.id}`}>
                <RecordName {...one} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Out preview={preview} />
    </>
  );
}

/** A record by its kind and, where it has one, its name. */
export function RecordName({
  record,
  label,
}: Pick<ErasurePreview['kept'][number], 'record' | 'label'>): ReactNode {
  const words = useLabel();
  return (
    <span>
      {words('recordType', record.type)}
      {label !== '' && (
        <>
          {': '}
          <bdi>{label}</bdi>
        </>
      )}
    </span>
  );
}

function Out({ preview }: { readonly preview: ErasurePreview }): ReactNode {
  const { t } = useTranslation(['erasure', 'consents']);
  const format = useFormat();
  const out = [
    ...preview.bundlesOut.map(({ id, counterpartName, at }) => ({
      key: id,
      words: t('consents:after.bundle', { name: counterpartName, date: format.instant(at) }),
    })),
    ...preview.copiesOut.map(({ kind, at, what }, index) => ({
      key: `${at} ${String(index)}`,
      words: [t(`consents:after.${kind}`, { date: format.instant(at) }), what]
        .filter((part) => part !== '')
        .join(': '),
    })),
  ];
  return (
    <Card title={t('out.title')} icon={Undo2}>
      {out.length === 0 ? (
        <p>{t('out.nothing')}</p>
      ) : (
        <>
          <p className={styles['muted']}>{t('out.note')}</p>
          <ul className={styles['list']}>
            {out.map(({ key, words }) => (
              <li key={key}>
                <bdi>{words}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['muted']}>{t('out.copies')}</p>
    </Card>
  );
}
