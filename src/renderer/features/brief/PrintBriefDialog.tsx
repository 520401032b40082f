import { useCallback, useState, type ReactNode } from 'react';
import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BriefRow } from '../../../shared/contract/brief.ts';
import type { ContactBrief } from '../../../shared/model/brief.ts';
import { TRAVEL_AUDIENCES, type TravelAudience } from '../../../shared/model/travel.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../components/toasts.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { BriefSheet } from './BriefSheet.tsx';
import styles from './brief.module.css';

export interface PrintBriefDialogProps {
  readonly onClose: () => void;
  /** The contact that is read, and all that could be. */
  readonly current: BriefRow;
  readonly rows: readonly BriefRow[];
}

type As = Parameters<typeof client.brief.print>[0]['as'];

/** For whom a brief on paper or in a PDF is, and of whom: the vault says what may be on it. */
export function PrintBriefDialog({ onClose, current, rows }: PrintBriefDialogProps): ReactNode {
  const { t } = useTranslation(['brief', 'common']);
  const label = useLabel();
  const [audience, setAudience] = useState<TravelAudience>('own-mission');
  const [which, setWhich] = useState<'one' | 'all'>('one');
  const [sheet, setSheet] = useState<{ contacts: readonly ContactBrief[]; as: As } | null>(null);
  const contactIds = which === 'one' ? [current.contactId] : rows.map((row) => row.contactId);
  const told = useCall(client.brief.ofContacts, { contactIds, audience });
  const info = useCall(client.host.info, {});
  const print = useAsk(client.brief.print);
  const savePdf = useAsk(client.host.savePdf);

  const start = async (as: As): Promise<void> => {
    savePdf.dismiss();
    const outcome = await print.ask({ contactIds, audience, as });
    if (outcome.ok) setSheet({ contacts: outcome.value.contacts, as });
  };
  const { ask: askToSave } = savePdf;
  const onSheet = useCallback(async (): Promise<void> => {
    const saved = await askToSave({ suggestedName: t('print.fileName') });
    setSheet(null);
    if (!saved.ok) return;
    showToast({ title: t('print.saved') });
    onClose();
  }, [askToSave, onClose, t]);
  const onPrinted = useCallback(() => {
    setSheet(null);
    showToast({ title: t('print.printed') });
    onClose();
  }, [onClose, t]);

  const stays = told.data?.stays.length ?? 0;
  const isNothing = told.data?.contacts.length === 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('print.title')}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {info.data?.kind === 'electron' && (
            <Button
              icon={FileDown}
              isDisabled={isNothing}
              isPending={savePdf.pending}
              onPress={() => void start('file')}
            >
              {t('print.pdf')}
            </Button>
          )}
          <Button
            variant="primary"
            icon={Printer}
            isDisabled={isNothing}
            isPending={print.pending}
            onPress={() => void start('paper')}
          >
            {t('print.paper')}
          </Button>
        </>
      }
    >
      <div className={styles['column']}>
        <p>{t('print.note')}</p>
        <Select
          label={t('print.audience')}
          value={audience}
          onChange={setAudience}
          options={TRAVEL_AUDIENCES.map((value) => ({ value, label: label('audience', value) }))}
        />
        {rows.length > 1 && (
          <RadioGroup
            label={t('print.which')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'one', label: t('print.one', { name: current.label }) },
              { value: 'all', label: t('print.all', { count: rows.length }) },
            ]}
          />
        )}
        <p role="status" className={styles['small']}>
          {isNothing ? t('print.nothing') : stays > 0 && t('print.stays', { count: stays })}
        </p>
        <ErrorNotice error={told.error ?? print.failure ?? savePdf.failure} />
      </div>
      {sheet !== null && (
        <BriefSheet
          contacts={sheet.contacts}
          onReady={sheet.as === 'file' ? onSheet : null}
          onPrinted={onPrinted}
        />
      )}
    </Dialog>
  );
}
