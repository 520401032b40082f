import { useMemo, useState, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/use-draft.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { FormBar } from '../../components/forms/Form.tsx';
import { ChooseContacts } from './ChooseContacts.tsx';
import { ChooseRecipient } from './ChooseRecipient.tsx';
import { emptyChoice, unfinishedChoice, type ExportChoice } from './export-choice.ts';
import { ExportCheck } from './ExportCheck.tsx';
import { ExportDone, type Exported } from './ExportDone.tsx';
import { Steps } from './Steps.tsx';
import styles from './bundles.module.css';

/** Seals chosen contacts for one officer: whom, for whom, what travels and stays, then the file. */
export function ExportPage(): ReactNode {
  const { t } = useTranslation(['bundles', 'common']);
  const { contact } = useSearch({ from: '/bundles/export' });
  const begun = useMemo(() => emptyChoice(contact === undefined ? [] : [contact]), [contact]);
  const form = useForm<ExportChoice>({ defaultValues: begun });
  const draft = useDraft(form, {
    form: 'export',
    key: contact === undefined ? 'new' : `new:${contact}`,
    read: unfinishedChoice,
  });
  const [step, setStep] = useState(0);
  const [exported, setExported] = useState<Exported | null>(null);
  const [contactIds, audience, recipientId, keyType] = useWatch({
    control: form.control,
    name: ['contactIds', 'audience', 'recipientId', 'keyType'],
  });
  const set = (change: Partial<ExportChoice>): void => {
    for (const [name, value] of Object.entries(change)) {
      form.setValue(name as keyof ExportChoice, value, { shouldDirty: true });
    }
  };
  const names = [t('export.who'), t('export.forWhom'), t('export.seal')];
  const back = <BackLink to="/bundles">{t('title')}</BackLink>;

  if (exported !== null) {
    return (
      <Page width="narrow">
        <PageHeader title={t('export.done.title')} back={back} />
        <ExportDone
          exported={exported}
          onAnother={() => {
            form.reset(emptyChoice([]));
            setExported(null);
            setStep(0);
          }}
        />
      </Page>
    );
  }
  const canGoOn = step === 0 ? contactIds.length > 0 : recipientId !== null;
  return (
    <Page>
      <PageHeader title={t('export.title')} back={back} />
      {!draft.ready ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles['column']}>
          <Steps names={names} current={step} />
          <DraftNotice draft={draft} />
          {step === 0 && (
            <ChooseContacts chosen={contactIds} onChange={(ids) => set({ contactIds: ids })} />
          )}
          {step === 1 && (
            <ChooseRecipient
              audience={audience}
              recipientId={recipientId}
              keyType={keyType}
              onChange={set}
            />
          )}
          {step === 2 && recipientId !== null && (
            <ExportCheck
              choice={{ contactIds, audience, recipientId, keyType }}
              onBack={() => setStep(1)}
              onExported={(result) => {
                void draft.finish();
                setExported(result);
              }}
            />
          )}
          {step < 2 && (
            <FormBar note={<DraftState draft={draft} />}>
              {step === 0 ? (
                <ButtonLink to="/bundles" variant="quiet">
                  {t('common:close')}
                </ButtonLink>
              ) : (
                <Button onPress={() => setStep(step - 1)}>{t('export.back')}</Button>
              )}
              <Button variant="primary" isDisabled={!canGoOn} onPress={() => setStep(step + 1)}>
                {t('export.next')}
              </Button>
            </FormBar>
          )}
        </div>
      )}
    </Page>
  );
}
