import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Equal, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ComparedContact, DuplicatePair } from '../../../shared/contract/duplicates.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './duplicates.module.css';

export interface PairCardProps {
  readonly pair: DuplicatePair;
  readonly isPending: boolean;
  readonly onApart: () => void;
}

/** Two contacts side by side, why they may be one, and what to say where they are not. */
export function PairCard({ pair, isPending, onApart }: PairCardProps): ReactNode {
  const { t } = useTranslation('duplicates');
  const label = useLabel();
  const sides = useSides();
  const [one, other] = pair.contacts;
  const names = { one: one.label, other: other.label };
  const rows = sides(one).map((row, index) => ({
    ...row,
    values: [row.value, sides(other)[index]?.value ?? ''] as const,
  }));
  return (
    <Card
      title={t('pair', names)}
      icon={UsersRound}
      actions={
        <Button
          size="sm"
          isPending={isPending}
          aria-label={t('notSameNamed', names)}
          onPress={onApart}
        >
          {t('notSame')}
        </Button>
      }
    >
      <ul className={styles['reasons']} aria-label={t('why')}>
        {pair.reasons.map((reason) => (
          <li key={reason}>
            <Badge>{label('duplicateReason', reason)}</Badge>
          </li>
        ))}
      </ul>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('field.what')}</span>
            </th>
            {pair.contacts.map(({ id, label: name }) => (
              <th key={id} scope="col">
                <Link to="/contacts/$id" params={{ id }} dir="auto">
                  {name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ values }) => values.some((value) => value !== ''))
            .map(({ name, values: [a, b] }) => (
              <tr key={name}>
                <th scope="row">
                  {t(`field.${name}`)}
                  {a === b && (
                    <>
                      <Equal aria-hidden />
                      <span className="visually-hidden">{t('equal')}</span>
                    </>
                  )}
                </th>
                <td>
                  <bdi>{a === '' ? t('nothing') : a}</bdi>
                </td>
                <td>
                  <bdi>{b === '' ? t('nothing') : b}</bdi>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Card>
  );
}

/** What is set side by side, each as one line of words; empty where nothing is recorded. */
function useSides(): (contact: ComparedContact) => readonly {
  readonly name: 'names' | 'methods' | 'profession' | 'where' | 'state' | 'tags';
  readonly value: string;
}[] {
  const label = useLabel();
  const format = useFormat();
  return ({ names, methods, profession, locality, country, state, tags }) => [
    { name: 'names', value: format.list(names.map(({ text }) => text)) },
    {
      name: 'methods',
      value: format.list(methods.map(({ kind, value }) => `${label('methodKind', kind)} ${value}`)),
    },
    { name: 'profession', value: profession ?? '' },
    {
      name: 'where',
      value: [locality, country === null ? null : format.country(country)]
        .filter((part) => part !== null)
        .join(', '),
    },
    { name: 'state', value: label('contactState', state) },
    { name: 'tags', value: format.list(tags) },
  ];
}
