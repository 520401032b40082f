import type { ReactNode } from 'react';
import { FileInput, GitCompareArrows, UserRoundCheck, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../shared/contract/bundles.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FactList } from '../../components/FactList.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { FieldChange } from '../history/FieldChange.tsx';
import { Fingerprint } from '../officers/Fingerprint.tsx';
import { TrustPill } from '../officers/TrustPill.tsx';
import { useCounts } from './use-counts.ts';
import styles from './bundles.module.css';

/** Contacts named in the preview; of more, only their number is said. */
const SHOWN_CONTACTS = 200;

export interface ImportPreviewProps {
  readonly preview: Preview;
  readonly isApplying: boolean;
  readonly failure: Failure | null;
  readonly onApply: () => void;
  readonly onDismiss: () => void;
}

/** What an opened bundle would change, from whom it is, and how far that officer is trusted. */
export function ImportPreview(props: ImportPreviewProps): ReactNode {
  const { preview, isApplying, failure, onApply, onDismiss } = props;
  const { t } = useTranslation('bundles');
  const isTrusted = preview.sender.trust === 'verified';
  const canApply = preview.conflicts.length === 0 && !preview.alreadyApplied;

  return (
    <section className={styles['column']} aria-label={t('import.preview.title')}>
      <h2 className={styles['stepTitle']}>{t('import.preview.title')}</h2>
      {preview.alreadyApplied && <Banner tone="info">{t('import.preview.already')}</Banner>}
      <Sender preview={preview} />
      <Contents preview={preview} />
      {preview.conflicts.length > 0 && <Conflicts conflicts={preview.conflicts} />}
      {preview.actionsHeldBack.length > 0 && (
        <Banner tone="warning" title={t('import.preview.heldBack')}>
          <p>{t('import.preview.heldBackBody')}</p>
          <ul>
            {preview.actionsHeldBack.map((action) => (
              <li key={action.id}>
                <bdi>{action.title}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <PresencesHeldBack held={preview.presencesHeldBack} />
      <ErrorNotice error={failure} />
      <FormBar>
        <Button isDisabled={isApplying} onPress={onDismiss}>
          {t('import.preview.dismiss')}
        </Button>
        {canApply && (
          <Button
            variant={isTrusted ? 'primary' : 'danger'}
            icon={FileInput}
            isPending={isApplying}
            onPress={onApply}
          >
            {t(isTrusted ? 'import.preview.apply' : 'import.preview.applyUnverified')}
          </Button>
        )}
      </FormBar>
    </section>
  );
}

function PresencesHeldBack(props: { readonly held: Preview['presencesHeldBack'] }): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  if (props.held.length === 0) return null;
  return (
    <Banner tone="warning" title={t('import.preview.presencesHeldBack')}>
      <p>{t('import.preview.presencesHeldBackBody')}</p>
      <ul>
        {props.held.map(({ record, label: name, on }) => (
          <li key={record.id}>
            {label('recordType', record.type)}, {format.date(on)}: <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Sender({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  const { sender } = preview;
  const tone =
    sender.trust === 'verified' ? 'positive' : sender.trust === 'unverified' ? 'warning' : 'danger';
  return (
    <Card title={t('import.preview.from')} icon={UserRoundCheck}>
      <div className={styles['column']}>
        <p className={styles['recipientHead']}>
          <bdi>{sender.name}</bdi>
          <span className={styles['small']}>
            <bdi>{sender.post}</bdi>
          </span>
          <TrustPill trust={sender.trust} />
        </p>
        <Banner tone={tone}>{t(`trustLong.${sender.trust}`)}</Banner>
        {sender.fingerprintWords.length > 0 && (
          <Fingerprint name={sender.name} words={sender.fingerprintWords} />
        )}
        <FactList
          facts={[
            { label: t('import.preview.made'), value: format.instant(preview.createdAt) },
            {
              label: t('register.kind'),
              value: `${label('bundleKind', preview.kind)} · ${t('import.preview.number', { number: preview.sequence })}`,
            },
            { label: t('import.preview.audience'), value: label('audience', preview.audience) },
          ]}
        />
      </div>
    </Card>
  );
}

function Contents({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation('bundles');
  const counts = useCounts();
  return (
    <Card title={t('import.preview.contents')} icon={Users}>
      <p>{counts(preview.counts)}</p>
      <p className={styles['small']}>
        {t('import.preview.changes', { count: preview.changeSets })}
      </p>
      <ScrollRegion className={styles['entriesBox']} label={t('import.preview.contacts')}>
        <ul className={styles['entries']}>
          {preview.contacts.slice(0, SHOWN_CONTACTS).map((contact) => {
            const { contact: _self, ...rest } = contact.counts;
            return (
              <li key={contact.id}>
                <p className={styles['entryHead']}>
                  <bdi>{contact.label}</bdi>
                  <Badge tone={contact.isNew ? 'accent' : 'neutral'}>
                    {t(contact.isNew ? 'import.preview.new' : 'import.preview.known')}
                  </Badge>
                </p>
                <p className={styles['small']}>{counts(rest)}</p>
              </li>
            );
          })}
        </ul>
      </ScrollRegion>
    </Card>
  );
}

/** Both values of each field that both sides changed, in words. */
function Conflicts({ conflicts }: Pick<Preview, 'conflicts'>): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  return (
    <Card title={t('import.preview.conflicts')} icon={GitCompareArrows}>
      <div className={styles['column']}>
        <Banner tone="danger" role="alert">
          {t('import.preview.conflictsBody')}
        </Banner>
        <ul className={styles['entries']}>
          {conflicts.map((conflict, index) => (
            <li key={index}>
              <p className={styles['entryHead']}>
                <bdi>{conflict.label}</bdi>
                <span className={styles['small']}>{label('recordType', conflict.record.type)}</span>
              </p>
              <p className={styles['small']}>
                {`${t('import.preview.mine')} → ${t('import.preview.theirs')}`}
              </p>
              <FieldChange
                change={{
                  record: conflict.record,
                  label: conflict.label,
                  field: conflict.field,
                  from: conflict.mine,
                  to: conflict.theirs,
                  erased: false,
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
