import { useState, type ReactNode } from 'react';
import { ArrowUpRight, House, PackageCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../shared/contract/bundles.ts';
import type { WithheldPart } from '../../../shared/model/vocabulary/consent.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { useProgress } from '../../api/use-progress.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { Exported } from './ExportDone.tsx';
import { bundleFileName, staysByReason } from './stays.ts';
import { useCounts } from './use-counts.ts';
import styles from './bundles.module.css';

export interface ExportCheckProps {
  readonly choice: {
    readonly contactIds: readonly string[];
    readonly audience: Parameters<typeof client.bundles.previewExport>[0]['audience'];
    readonly recipientId: string;
    readonly keyType: 'hybrid' | 'x25519';
  };
  readonly onBack: () => void;
  readonly onExported: (exported: Exported) => void;
}

/** What travels, what stays and why; then the file is chosen and the bundle sealed. */
export function ExportCheck({ choice, onBack, onExported }: ExportCheckProps): ReactNode {
  const { t } = useTranslation('bundles');
  const counts = useCounts();
  const arg = { ...choice, contactIds: [...choice.contactIds] };
  const preview = useCall(client.bundles.previewExport, arg);
  const choose = useAsk(client.host.chooseFile);
  const seal = useAsk(client.bundles.export);
  const { progress, reset } = useProgress('export');
  const [isSealing, setSealing] = useState(false);

  const sealNow = async (ready: ExportPreview): Promise<void> => {
    seal.dismiss();
    const file = await choose.ask({
      purpose: 'save-bundle',
      suggestedName: bundleFileName(localToday()),
    });
    if (!file.ok) return;
    reset();
    setSealing(true);
    const outcome = await seal.ask({ ...arg, previewId: ready.previewId, file: file.value.token });
    setSealing(false);
    if (outcome.ok) onExported({ ...outcome.value, fileName: file.value.name });
  };

  if (preview.error !== null) {
    return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />;
  }
  if (preview.data === undefined) {
    return (
      <>
        <p role="status">{t('export.check.working')}</p>
        <Skeleton lines={6} />
      </>
    );
  }
  const { data } = preview;
  return (
    <section className={styles['column']} aria-label={t('export.check.title')}>
      <h2 className={styles['stepTitle']}>{t('export.check.title')}</h2>
      {!data.recipientVerified && <Banner tone="warning">{t('export.check.unverified')}</Banner>}
      <div className={styles['split']}>
        <Travels travels={data.travels} />
        <Stays stays={data.stays} />
      </div>
      {data.travels.length > 0 && <p>{t('export.check.total', { counts: counts(data.counts) })}</p>}
      <ErrorNotice
        error={seal.failure ?? choose.failure}
        onRetry={
          seal.failure?.kind === 'preview-outdated'
            ? () => {
                seal.dismiss();
                void preview.refetch();
              }
            : undefined
        }
      />
      {isSealing && (
        <ProgressBar
          label={t('export.write.working')}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
        />
      )}
      <FormBar>
        <Button isDisabled={isSealing} onPress={onBack}>
          {t('export.back')}
        </Button>
        <Button
          variant="primary"
          icon={PackageCheck}
          isDisabled={data.travels.length === 0}
          isPending={isSealing || choose.pending}
          onPress={() => void sealNow(data)}
        >
          {t('export.write.choose')}
        </Button>
      </FormBar>
    </section>
  );
}

function Travels({ travels }: Pick<ExportPreview, 'travels'>): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  const counts = useCounts();
  return (
    <Card title={t('export.check.travels', { count: travels.length })} icon={ArrowUpRight}>
      {travels.length === 0 ? (
        <p>{t('export.check.nothing')}</p>
      ) : (
        <ScrollRegion
          className={styles['entriesBox']}
          label={t('export.check.travels', { count: travels.length })}
        >
          <ul className={styles['entries']}>
            {travels.map((entry) => {
              const { contact: _self, ...rest } = entry.counts;
              const brings = counts(rest);
              return (
                <li key={entry.contactId}>
                  <p className={styles['entryHead']}>
                    <bdi>{entry.label}</bdi>
                    <span className={styles['small']}>{label('travelGround', entry.ground)}</span>
                  </p>
                  {brings !== '' && <p className={styles['small']}>{brings}</p>}
                  {entry.withheld.length > 0 && (
                    <p className={styles['small']}>
                      {t('export.check.withheld', {
                        parts: format.list(
                          entry.withheld.map((part) => label('withheldPart', part as WithheldPart)),
                        ),
                      })}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </ScrollRegion>
      )}
    </Card>
  );
}

function Stays({ stays }: Pick<ExportPreview, 'stays'>): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  return (
    <Card title={t('export.check.stays', { count: stays.length })} icon={House}>
      {stays.length === 0 ? (
        <p className={styles['small']}>{t('export.check.nothingStays')}</p>
      ) : (
        staysByReason(stays).map((group) => {
          const entries = [...group.contacts, ...group.records];
          return (
            <Disclosure
              key={group.why}
              label={`${label('staysBecause', group.why)} · ${entries.length}`}
              isOpenAtFirst={entries.length <= 8}
            >
              <ScrollRegion className={styles['staysBox']} label={label('staysBecause', group.why)}>
                <ul className={styles['stayEntries']}>
                  {entries.map((entry) => (
                    <li key={`${entry.record.type} ${entry.record.id}`}>
                      <bdi>{entry.label}</bdi>
                      {entry.record.type !== 'contact' && (
                        <span className={styles['small']}>
                          {` · ${label('recordType', entry.record.type)}`}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </ScrollRegion>
            </Disclosure>
          );
        })
      )}
    </Card>
  );
}
