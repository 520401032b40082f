import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_KINDS } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { lentProblems, type ExportChoice } from './export-choice.ts';
import styles from './bundles.module.css';

export interface ChooseKindProps extends Pick<
  ExportChoice,
  'kind' | 'purpose' | 'until' | 'recipientId'
> {
  readonly onChange: (change: Partial<ExportChoice>) => void;
  /** Says what is still missing: the officer wanted to go on. */
  readonly showsMissing: boolean;
}

/** In which way the contacts go; what a share is for and until when; what an update builds on. */
export function ChooseKind(props: ChooseKindProps): ReactNode {
  const { kind, purpose, until, recipientId, onChange, showsMissing } = props;
  const { t } = useTranslation(['bundles', 'errors']);
  const label = useLabel();
  const problems = lentProblems({ kind, purpose, until }, localToday());
  const errorOf = (field: 'purpose' | 'until'): string | undefined => {
    const problem = problems[field];
    if (problem === undefined || (problem === 'required' && !showsMissing)) return undefined;
    return t(`errors:${problem}`);
  };
  return (
    <>
      <RadioGroup
        label={t('export.kind.label')}
        value={kind}
        onChange={(value) => onChange({ kind: value })}
        options={EXPORT_KINDS.map((value) => ({
          value,
          label: label('bundleKind', value),
          note: t(`export.kind.${value}`),
        }))}
      />
      {kind === 'share' && (
        <div className={styles['narrow']}>
          <TextField
            label={t('export.kind.purpose')}
            description={t('export.kind.purposeHint')}
            isRequired
            value={purpose}
            onChange={(value) => onChange({ purpose: value })}
            error={errorOf('purpose')}
          />
          <DateField
            label={t('export.kind.until')}
            description={t('export.kind.untilHint')}
            isRequired
            value={until}
            onChange={(value) => onChange({ until: value })}
            minDate={localToday()}
            error={errorOf('until')}
          />
        </div>
      )}
      {kind === 'update' && recipientId !== null && (
        <UpdateBase recipientId={recipientId} onChange={onChange} />
      )}
    </>
  );
}

interface UpdateBaseProps extends Pick<ChooseKindProps, 'onChange'> {
  readonly recipientId: string;
}

/** Which bundle an update builds on, and a button that chooses whom it brought. */
function UpdateBase({ recipientId, onChange }: UpdateBaseProps): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  const sent = useCall(client.bundles.sentTo, { recipientId });
  if (sent.error !== null) return <ErrorNotice error={sent.error} />;
  if (sent.data === undefined) return null;
  const { last, contactIds } = sent.data;
  if (last === null) return <Banner tone="warning">{t('export.kind.noBase')}</Banner>;
  return (
    <Banner
      tone="info"
      actions={
        contactIds.length > 0 && (
          <Button size="sm" onPress={() => onChange({ contactIds })}>
            {t('export.kind.chooseKnown', { count: contactIds.length })}
          </Button>
        )
      }
    >
      {t('export.kind.base', {
        kind: label('bundleKind', last.kind),
        number: last.sequence,
        when: format.instant(last.at),
      })}
    </Banner>
  );
}
