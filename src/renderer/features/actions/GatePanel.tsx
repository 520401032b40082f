import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import type { ActionStatus } from '../../../shared/model/vocabulary/action.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { Form } from '../../components/forms/Form.tsx';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { emptyOverride, overrideForm, type OverrideParsed } from './form-values.ts';
import { GapList } from './GapList.tsx';
import { NotReadyNotice } from './NotReady.tsx';
import styles from './actions.module.css';

export interface GatePanelProps {
  readonly row: ActionRow;
  readonly status: ActionStatus;
  readonly onClose: () => void;
}

/**
 * Why an action cannot begin, how to put it right, and, behind a disclosure, the override, where
 * only consents are missing. What is recorded from here is asked of the gate at once; when nothing
 * is missing any more, it can move.
 */
export function GatePanel({ row, status, onClose }: GatePanelProps): ReactNode {
  const { t } = useTranslation('actions');
  const label = useLabel();
  const move = useAsk(client.actions.move);
  const done = useUndoToast();
  const page = useCall(client.actions.get, { id: row.id });
  const gate = page.data?.row.gate;
  const overridable =
    gate?.via === null && gate.notReady === null && gate.gaps.every((gap) => gap.purpose !== null);

  const moveNow = async (override: OverrideParsed | null): Promise<void> => {
    const outcome = await move.ask({ id: row.id, status, override });
    if (!outcome.ok) return;
    const title = t('card.movedToast', { title: row.title, status: label('actionStatus', status) });
    done(title, outcome.value.changeSetId);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={gate?.allowed === true ? t('gate.consent') : t('panel.title')}
      footer={
        <>
          <Button onPress={onClose}>{t('panel.leave')}</Button>
          {gate?.allowed === true && (
            <Button variant="primary" isPending={move.pending} onPress={() => void moveNow(null)}>
              {t('card.moveTo', { status: label('actionStatus', status) })}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['column']}>
        <ErrorNotice error={page.error ?? move.failure} />
        {gate === undefined && page.error === null && <Skeleton />}
        {gate?.allowed === true && <Banner tone="positive">{t('gate.ready')}</Banner>}
        {gate?.allowed === false && (
          <>
            <p dir="auto">
              {t(gate.via === null ? 'panel.intro' : 'panel.introNotReady', { title: row.title })}
            </p>
            {gate.via === null && <GapList gaps={gate.gaps} />}
            {gate.notReady !== null && <NotReadyNotice reason={gate.notReady} actionId={row.id} />}
            {overridable && (
              <Disclosure label={t('panel.overrideOpen')}>
                <OverrideForm status={status} isPending={move.pending} onOverride={moveNow} />
              </Disclosure>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

interface OverrideFormProps {
  readonly status: ActionStatus;
  readonly isPending: boolean;
  readonly onOverride: (override: OverrideParsed) => Promise<void>;
}

function OverrideForm({ status, isPending, onOverride }: OverrideFormProps): ReactNode {
  const { t } = useTranslation('actions');
  const label = useLabel();
  const form = useSchemaForm(overrideForm, emptyOverride());
  const { control } = form;
  const unreachable = useWatch({ control, name: 'defenderUnreachable' });
  return (
    <Form form={form} label={t('panel.overrideOpen')} onSubmit={onOverride}>
      <p className={styles['muted']}>{t('panel.overrideIntro')}</p>
      <Field control={control} name="reason">
        {(f) => <TextArea label={t('panel.reason')} isRequired rows={2} {...f} />}
      </Field>
      <Field control={control} name="authorisedBy">
        {(f) => <TextField label={t('panel.authorisedBy')} isRequired {...f} />}
      </Field>
      <Field control={control} name="defenderUnreachable">
        {(f) => <Checkbox label={t('panel.unreachable')} {...f} />}
      </Field>
      {unreachable && (
        <Field control={control} name="secondName">
          {(f) => (
            <TextField
              label={t('panel.secondName')}
              description={t('panel.secondNameHint')}
              isRequired
              {...f}
            />
          )}
        </Field>
      )}
      <div>
        <Button type="submit" variant="danger" icon={ShieldAlert} isPending={isPending}>
          {t('panel.override', { status: label('actionStatus', status) })}
        </Button>
      </div>
    </Form>
  );
}
