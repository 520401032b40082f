import { useState, type ReactNode } from 'react';
import { ArrowUpRight, CircleSlash, House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactPreview, ExportPreview } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useFieldName } from '../history/FieldChange.tsx';
import { contactLines, type ContactLine } from './contact-lines.ts';
import styles from './bundles.module.css';

type Arg = Omit<Parameters<typeof client.bundles.previewContact>[0], 'contactId' | 'previewId'>;

export interface ContactByContactProps {
  readonly arg: Arg;
  readonly preview: ExportPreview;
  /** Records changed since: the whole preview is to be asked for again. */
  readonly onOutdated: () => void;
}

/** Field by field and record by record what goes of each contact, and why the rest stays. */
export function ContactByContact({ arg, preview, onOutdated }: ContactByContactProps): ReactNode {
  const { t } = useTranslation('bundles');
  const [shows, setShows] = useState<'all' | 'stays'>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = contactLines(preview).filter((line) => shows === 'all' || line.hasStays);
  const shown = lines.find((line) => line.contactId === chosen) ?? lines[0];
  return (
    <section className={styles['column']} aria-label={t('export.each.title')}>
      <h3 className={styles['stepTitle']}>{t('export.each.title')}</h3>
      <RadioGroup
        label={t('export.each.filter')}
        look="segmented"
        value={shows}
        onChange={setShows}
        options={(['all', 'stays'] as const).map((value) => ({
          value,
          label: t(`export.each.${value}`),
        }))}
      />
      {shown === undefined ? (
        <p className={styles['small']}>{t('export.check.nothingStays')}</p>
      ) : (
        <div className={styles['split']}>
          <div className={styles['eachList']}>
            <VirtualList
              label={t('export.each.list')}
              items={lines}
              keyOf={(line) => line.contactId}
              rowSize={2.75}
              isSelected={(line) => line.contactId === shown.contactId}
              onOpen={(line) => setChosen(line.contactId)}
              renderRow={(line) => <Line line={line} />}
            />
          </div>
          <Detail
            key={shown.contactId}
            arg={{ ...arg, previewId: preview.previewId, contactId: shown.contactId }}
            label={shown.label}
            onlyStays={shows === 'stays'}
            onOutdated={onOutdated}
          />
        </div>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: ContactLine }): ReactNode {
  const { t } = useTranslation('bundles');
  return (
    <div role="gridcell" className={styles['eachLine']}>
      <bdi>{line.label}</bdi>
      <StatusPill
        icon={line.goes ? ArrowUpRight : CircleSlash}
        tone={line.goes ? (line.hasStays ? 'warning' : 'positive') : 'neutral'}
        isPlain
      >
        {t(
          line.goes
            ? line.hasStays
              ? 'export.each.partly'
              : 'export.each.goes'
            : 'export.each.staysWhole',
        )}
      </StatusPill>
    </div>
  );
}

interface DetailProps {
  readonly arg: Parameters<typeof client.bundles.previewContact>[0];
  readonly label: string;
  readonly onlyStays: boolean;
  readonly onOutdated: () => void;
}

function Detail({ arg, label: name, onlyStays, onOutdated }: DetailProps): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  const fieldName = useFieldName();
  const detail = useCall(client.bundles.previewContact, arg);
  if (detail.error !== null) return <ErrorNotice error={detail.error} onRetry={onOutdated} />;
  if (detail.data === undefined) return <Skeleton lines={6} />;
  const { fields, records } = detail.data;
  const nameOf = (field: string): string =>
    fieldName({ record: { type: 'contact', id: arg.contactId }, field });
  const going = fields.filter(({ why }) => why === null).map(({ field }) => nameOf(field));
  const stays = [
    ...fields.flatMap(({ field, why }) =>
      why === null ? [] : [{ key: field, what: nameOf(field), why }],
    ),
    ...records.flatMap((line) =>
      line.why === null ? [] : [{ key: line.record.id, what: wordsOf(line), why: line.why }],
    ),
  ];

  function wordsOf({
    record,
    label: title,
    on,
    decides,
  }: ContactPreview['records'][number]): string {
    const what =
      decides === null
        ? title
        : `${label('purpose', decides.purpose)}: ${label('decision', decides.decision)}`;
    const day = on === null ? [] : [format.date(on)];
    return [label('recordType', record.type), what, ...day].filter(Boolean).join(' · ');
  }

  return (
    <ScrollRegion className={styles['eachDetail']} label={name}>
      <h4 className={styles['eachName']}>
        <bdi>{name}</bdi>
      </h4>
      {!onlyStays && (
        <>
          <h5 className={styles['eachHead']}>
            <ArrowUpRight aria-hidden /> {t('export.each.goesHead')}
          </h5>
          {going.length > 0 && <p>{t('export.each.fields', { fields: format.list(going) })}</p>}
          <ul className={styles['stayEntries']}>
            {records
              .filter(({ why }) => why === null)
              .map((line) => (
                <li key={`${line.record.type} ${line.record.id}`}>
                  <bdi>{wordsOf(line)}</bdi>
                  {line.isKnownThere && arg.kind === 'update' && (
                    <span className={styles['small']}>{` · ${t('export.each.changed')}`}</span>
                  )}
                </li>
              ))}
          </ul>
        </>
      )}
      <h5 className={styles['eachHead']}>
        <House aria-hidden /> {t('export.each.staysHead')}
      </h5>
      {stays.length === 0 ? (
        <p className={styles['small']}>{t('export.each.nothingStays')}</p>
      ) : (
        <ul className={styles['stayEntries']}>
          {stays.map(({ key, what, why }) => (
            <li key={key}>
              <bdi>{what}</bdi>
              <span className={styles['small']}>{` · ${label('staysBecause', why)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </ScrollRegion>
  );
}
