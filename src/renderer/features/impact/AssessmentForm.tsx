import { useCallback, useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  type DocumentWords,
  emptyNarrative,
  narrative as narrativeSchema,
  type Narrative,
  NARRATIVE_PARTS,
} from '../../../shared/model/assessment.ts';
import type { Figures } from '../../../shared/model/statistics.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PrintSheet } from '../../components/PrintSheet.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { showToast } from '../../components/toasts.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { DraftNotice, DraftState } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { Form, FormBar, FormSection } from '../../components/forms/Form.tsx';
import { showIssues } from '../../components/forms/show-issues.ts';
import { useSchemaForm } from '../../components/forms/use-schema-form.ts';
import { usePreferences } from '../../theme/preferences.tsx';
import { formatLocale } from '../../i18n/locales.ts';
import { AssessmentSheet } from './AssessmentSheet.tsx';

export interface AssessmentFormProps {
  readonly year: number;
  readonly narrative: Narrative;
  readonly figures: Figures;
  readonly words: DocumentWords;
  /** A document is made of a year that is over. */
  readonly isOver: boolean;
  /** The document was made: the form is to be shown anew, with what is kept of it. */
  readonly onMade: () => Promise<void>;
}

/** What the officer writes of a year, and the making of its document. */
export function AssessmentForm(props: AssessmentFormProps): ReactNode {
  const { year, figures, words, isOver, onMade } = props;
  const { t } = useTranslation('assessment');
  const { locale } = usePreferences();
  const form = useSchemaForm(narrativeSchema, props.narrative);
  const draft = useDraft(form, { form: 'assessment', key: `${year}`, read: unfinishedNarrative });
  const make = useAsk(client.assessments.make);
  const choose = useAsk(client.host.chooseFile);
  const [isPrinting, setPrinting] = useState(false);
  const written = useWatch({ control: form.control });

  const { finish: finishDraft } = draft;
  const finish = useCallback(async (): Promise<void> => {
    await finishDraft();
    await onMade();
  }, [finishDraft, onMade]);
  const onPrinted = useCallback(() => void finish(), [finish]);

  const makeTo = async (file: string | null): Promise<void> => {
    const narrative = form.getValues();
    const outcome = await make.ask({
      year,
      narrative,
      words,
      language: formatLocale(locale),
      file,
    });
    if (!outcome.ok) {
      showIssues(form, outcome.failure, ['narrative']);
      return;
    }
    if (file === null) {
      setPrinting(true);
      return;
    }
    showToast({ title: t('savedToast') });
    await finish();
  };
  const saveFile = async (): Promise<void> => {
    const chosen = await choose.ask({
      purpose: 'save-assessment',
      suggestedName: t('fileName', { year }),
    });
    if (chosen.ok) await makeTo(chosen.value.token);
  };

  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Form form={form} label={t('formLabel', { year })} onSubmit={saveFile}>
      <DraftNotice draft={draft} />
      <FormSection title={t('narrative.title')} note={t('narrative.note')}>
        {NARRATIVE_PARTS.map((part) => (
          <Field key={part} control={form.control} name={part}>
            {(f) => (
              <TextArea
                label={t(`narrative.${part}`)}
                description={t(`narrative.${part}Hint`)}
                rows={3}
                {...f}
              />
            )}
          </Field>
        ))}
      </FormSection>
      <ErrorNotice
        error={
          choose.failure?.kind === 'cancelled' ? make.failure : (choose.failure ?? make.failure)
        }
      />
      <FormBar note={<DraftState draft={draft} />}>
        <Button
          icon={Printer}
          isDisabled={!isOver}
          isPending={make.pending}
          onPress={() => void form.handleSubmit(() => makeTo(null))()}
        >
          {t('print')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          icon={FileDown}
          isDisabled={!isOver}
          isPending={make.pending || choose.pending}
        >
          {t('save')}
        </Button>
      </FormBar>
      {isPrinting && (
        <PrintSheet>
          <AssessmentSheet
            figures={figures}
            words={words}
            narrative={{ ...emptyNarrative(), ...written }}
            onPrinted={onPrinted}
          />
        </PrintSheet>
      )}
    </Form>
  );
}

/** An autosaved form body, or null where it is not one of this form. */
function unfinishedNarrative(body: unknown): Narrative | null {
  const parsed = narrativeSchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}
