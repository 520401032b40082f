import { useState, type ReactNode } from 'react';
import { Eraser, TextSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErasureMention, ErasurePreview } from '../../../shared/contract/erasure.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useFieldName } from '../history/FieldChange.tsx';
import { RecordName } from './WhatGoes.tsx';
import styles from './erasure.module.css';

/**
 * Words of others that may be about the person, each to be taken out or left, and the last step. It
 * is the one thing here that no undo takes back, so it is confirmed by typing the name.
 */
export function ForgetForm({ preview }: { readonly preview: ErasurePreview }): ReactNode {
  const { t } = useTranslation('erasure');
  const { contactId, previewId, mentions, confirmWith } = preview;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(mentions.filter(({ isSure }) => isSure).map(({ key }) => key)),
  );
  const [confirmation, setConfirmation] = useState('');
  const [isMismatch, setMismatch] = useState(false);
  const forget = useAsk(client.erasure.forget);

  const submit = async (): Promise<void> => {
    const outcome = await forget.ask({
      ...{ contactId, previewId, confirmation },
      mentions: [...chosen],
    });
    if (outcome.ok || outcome.failure.kind !== 'invalid-argument') return;
    setMismatch(true);
    forget.dismiss();
  };
  const choose = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };

  return (
    <form
      aria-label={t('title')}
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {mentions.length > 0 && (
        <Card title={t('mentions.title')} icon={TextSearch}>
          <p className={styles['muted']}>{t('mentions.note')}</p>
          <ul className={styles['mentions']}>
            {mentions.map((mention) => (
              <li key={mention.key}>
                <MentionChoice
                  mention={mention}
                  isChosen={chosen.has(mention.key)}
                  onChoose={(isChosen) => choose(mention.key, isChosen)}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('confirm.title')} icon={Eraser}>
        <TextField
          label={t('confirm.label')}
          description={t('confirm.hint', { name: confirmWith })}
          value={confirmation}
          onChange={(typed) => {
            setConfirmation(typed);
            setMismatch(false);
          }}
          isRequired
          error={isMismatch ? t('confirm.mismatch') : undefined}
        />
        <ErrorNotice error={forget.failure} />
        <div className={styles['bar']}>
          <Button
            type="submit"
            variant="danger"
            icon={Eraser}
            isPending={forget.pending}
            isDisabled={confirmation.trim() === ''}
          >
            {t('confirm.forget')}
          </Button>
        </div>
      </Card>
    </form>
  );
}

function MentionChoice(props: {
  readonly mention: ErasureMention;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}): ReactNode {
  const { t } = useTranslation('erasure');
  const nameOf = useFieldName();
  const { record, field, excerpt, isPast } = props.mention;
  const what = field === null ? t('mentions.file') : nameOf({ record, field });
  return (
    <>
      <Checkbox
        value={props.isChosen}
        onChange={props.onChoose}
        label={
          <>
            <span className={styles['what']}>{what}</span>
            {isPast && <span className={styles['muted']}> {t('mentions.past')}</span>}
            <bdi className={styles['excerpt']}>{excerpt}</bdi>
          </>
        }
      />
      <span className={styles['where']}>
        <RecordName {...props.mention} />
      </span>
    </>
  );
}
