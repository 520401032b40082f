import type { ReactNode } from 'react';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActionParticulars } from '../../../shared/model/particulars.ts';
import { particularFields } from '../../../shared/model/particulars-start.ts';
import type { ActionType } from '../../../shared/model/vocabulary/action.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { useWords } from '../history/use-words.ts';
import { valueWords } from '../history/value-words.ts';
import { particularKind } from './particular-kind.ts';
import { useParticularWords } from './use-particular-words.ts';
import styles from './actions.module.css';

export interface ParticularsCardProps {
  readonly actionId: string;
  readonly type: ActionType;
  readonly particulars: ActionParticulars | null;
}

/** What was filled in of the fields that this type of action has of its own. */
export function ParticularsCard({ actionId, type, particulars }: ParticularsCardProps): ReactNode {
  const { t } = useTranslation('particulars');
  const label = useLabel();
  const words = useParticularWords();
  const values = useWords();
  const fields: Readonly<Record<string, unknown>> = particulars ?? {};
  const facts = particularFields(type).flatMap((field) => {
    const kind = particularKind(field);
    const lines =
      field === 'guidingPrinciples'
        ? (fields[field] as readonly number[] | undefined)?.map(
            (number) => `${String(number)}. ${words.principle(number)}`,
          )
        : valueWords(kind, fields[field], values);
    // A box that was not ticked says nothing.
    if (lines === undefined || lines.length === 0 || fields[field] === false) return [];
    const value = (
      <ul>
        {lines.map((line, index) => (
          <li key={index} dir="auto" className={styles['text']}>
            {line}
          </li>
        ))}
      </ul>
    );
    return [{ label: words.label(field), value }];
  });
  return (
    <Card title={label('actionType', type)} icon={ListChecks}>
      {facts.length > 0 ? (
        <FactList facts={facts} />
      ) : (
        <p className={styles['muted']}>{t('none')}</p>
      )}
      {facts.length === 0 && (
        <ButtonLink to="/actions/$id/edit" params={{ id: actionId }} size="sm">
          {t('fill')}
        </ButtonLink>
      )}
    </Card>
  );
}
