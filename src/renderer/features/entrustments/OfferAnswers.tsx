import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { HandHelping } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { ComboBox } from '../../components/fields/ComboBox.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { DraftNotice } from '../../components/forms/DraftNotice.tsx';
import { Field } from '../../components/forms/Field.tsx';
import { EditorRow, EditorRows } from '../../components/rows/EditorRow.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { OfferAnswersState } from './use-offer-answers.ts';
import styles from './entrustments.module.css';

export interface OfferAnswersProps {
  readonly preview: Pick<ImportPreview, 'offer' | 'contacts' | 'sender'>;
  readonly answers: OfferAnswersState;
}

/** Whom a bundle offers, how it is meant, and who is not accepted. All others are. */
export function OfferAnswers({ preview, answers }: OfferAnswersProps): ReactNode {
  const { t } = useTranslation('entrustments');
  const format = useFormat();
  const { offer, sender } = preview;
  const { control } = answers.form;
  const { fields, append, remove } = useFieldArray({ control, name: 'rejected' });
  if (offer === null) return null;

  const labels = new Map(preview.contacts.map(({ id, label }) => [id, label]));
  const rejected = new Set(fields.map(({ contactId }) => contactId));
  const accepted = offer.contactIds.filter((id) => !rejected.has(id));
  const nameOf = (id: string): string => labels.get(id) ?? '';

  return (
    <Card title={t(`offer.title.${offer.verb}`)} icon={HandHelping}>
      <div className={styles['column']}>
        <DraftNotice draft={answers.draft} />
        <p>{t(`offer.meaning.${offer.verb}`, { officer: sender.name })}</p>
        <FactList
          facts={[
            {
              label: t('purpose'),
              value: offer.purpose === null ? null : <span dir="auto">{offer.purpose}</span>,
            },
            { label: t('until'), value: offer.until === null ? null : format.date(offer.until) },
            {
              label: t('answerBy'),
              value: offer.answerBy === null ? null : format.date(offer.answerBy),
            },
          ]}
        />
        <p role="status">
          {t('offer.accepted', { count: accepted.length, total: offer.contactIds.length })}
        </p>
        <EditorRows>
          {fields.map(({ id, contactId }, index) => (
            <EditorRow
              key={id}
              label={t('offer.notAccepted', { name: nameOf(contactId) })}
              onRemove={() => remove(index)}
            >
              <p>
                <bdi>{nameOf(contactId)}</bdi>
              </p>
              <Field control={control} name={`rejected.${index}.reason`}>
                {(field) => (
                  <TextField
                    label={t('offer.reason')}
                    description={t('offer.reasonHint')}
                    isRequired
                    {...field}
                  />
                )}
              </Field>
            </EditorRow>
          ))}
        </EditorRows>
        {accepted.length > 0 && (
          <ComboBox
            label={t('offer.except')}
            placeholder={t('offer.choose')}
            value={null}
            clearsOnChoice
            onChange={(contactId) => {
              if (contactId !== null) append({ contactId, reason: '' });
            }}
            options={accepted.map((id) => ({ value: id, label: nameOf(id) }))}
          />
        )}
      </div>
    </Card>
  );
}
