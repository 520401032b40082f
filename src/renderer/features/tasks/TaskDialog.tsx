import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ownTask, type TaskRow } from '../../../shared/contract/tasks.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { FieldRow, Form, FormBar } from '../../components/forms/Form.tsx';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { taskRef } from './use-settle-task.ts';
import { useTaskWords } from './use-task-words.ts';

/** What a new task belongs to. */
export interface TaskOwner {
  readonly actionId?: string | undefined;
  readonly contactId?: string | undefined;
}

export interface TaskDialogProps {
  /** The task to change, or what a new one belongs to. */
  readonly task: TaskRow | TaskOwner;
  readonly onClose: () => void;
}

/** Adds or changes a task of one's own, or gives a step other words or another officer. */
export function TaskDialog(props: TaskDialogProps): ReactNode {
  const { t } = useTranslation('tasks');
  const { task } = props;
  const title = !isRow(task)
    ? 'form.addTitle'
    : task.step === null
      ? 'form.editTitle'
      : 'form.stepTitle';
  return (
    <Dialog kind="sheet" isOpen onClose={props.onClose} title={t(title)}>
      <TaskForm {...props} />
    </Dialog>
  );
}

function isRow(task: TaskRow | TaskOwner): task is TaskRow {
  return 'key' in task;
}

type TaskValues = z.input<typeof ownTask>;

function TaskForm({ task, onClose }: TaskDialogProps): ReactNode {
  const { t } = useTranslation(['tasks', 'common']);
  const words = useTaskWords();
  const stored = isRow(task) ? task : null;
  const isStep = stored !== null && stored.step !== null;
  const form = useSchemaForm(ownTask, valuesOf(task, words.text));
  const draft = useDraft(form, { form: 'task', key: draftKey(task) });
  const save = useAsk(client.tasks.save);
  const revise = useAsk(client.tasks.reviseStep);
  const done = useUndoToast();
  if (!draft.ready) return <Skeleton lines={4} blockSize="2rem" />;

  const submit = async (fields: z.output<typeof ownTask>): Promise<void> => {
    const { text, assignedTo } = fields;
    const outcome = isStep
      ? await revise.ask({ task: taskRef(stored, text), text, assignedTo })
      : await save.ask({ id: stored?.id ?? null, fields });
    if (!outcome.ok) return;
    await draft.finish();
    done(t(stored === null ? 'toast.added' : 'toast.saved'), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Form form={form} label={t('form.label')} onSubmit={submit}>
      <DraftNotice draft={draft} />
      <Field control={form.control} name="text">
        {(field) => <TextField label={t('form.text')} isRequired autoFocus {...field} />}
      </Field>
      <FieldRow>
        {!isStep && (
          <Field control={form.control} name="dueOn">
            {(field) => <DateField label={t('form.dueOn')} {...field} />}
          </Field>
        )}
        <Field control={form.control} name="assignedTo">
          {(field) => (
            <TextField
              label={t('form.assignedTo')}
              description={isStep ? t('form.stepNote') : undefined}
              {...field}
            />
          )}
        </Field>
      </FieldRow>
      <ErrorNotice error={save.failure ?? revise.failure} />
      <FormBar note={<DraftState draft={draft} />}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={save.pending || revise.pending}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Form>
  );
}

function valuesOf(task: TaskRow | TaskOwner, text: (row: TaskRow) => string): TaskValues {
  if (!isRow(task)) {
    const { actionId = null, contactId = null } = task;
    return { text: '', dueOn: null, assignedTo: null, actionId, contactId };
  }
  return {
    text: text(task),
    dueOn: task.step === null ? task.dueOn : null,
    assignedTo: task.assignedTo,
    actionId: task.action?.id ?? null,
    contactId: task.contactId,
  };
}

/** `draftTarget` of Today reads these keys to lead back here. */
function draftKey(task: TaskRow | TaskOwner): string {
  if (isRow(task)) return task.id ?? `step:${task.key}`;
  if (task.actionId !== undefined) return `action:${task.actionId}`;
  return task.contactId === undefined ? 'new' : `contact:${task.contactId}`;
}
