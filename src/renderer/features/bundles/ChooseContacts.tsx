import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { CircleSlash, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../shared/contract/contacts.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { fold } from '../../components/fold.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './bundles.module.css';

export interface ChooseContactsProps {
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** The contacts to hand over, from a list that is filtered by typing. */
export function ChooseContacts({ chosen, onChange }: ChooseContactsProps): ReactNode {
  const { t } = useTranslation('bundles');
  const list = useCall(client.contacts.list, { states: ['active', 'archived'] });
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const rows = list.data?.rows;
  const shown = useMemo(() => {
    const words = fold(text).split(' ').filter(Boolean);
    return (rows ?? []).filter((row) => {
      const found = fold(
        [row.label, ...row.otherNames, row.codeName, row.locality, row.profession].join(' '),
      );
      return words.every((word) => found.includes(word));
    });
  }, [rows, text]);
  const chosenIds = new Set(chosen);
  const toggle = (row: ContactRow): void =>
    onChange(chosenIds.has(row.id) ? chosen.filter((id) => id !== row.id) : [...chosen, row.id]);

  if (list.error !== null) return <ErrorNotice error={list.error} />;
  if (rows === undefined) return <Skeleton lines={8} />;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={Users}
        title={t('export.contacts.noneYet')}
        actions={
          <ButtonLink to="/contacts/new" variant="primary">
            {t('export.contacts.add')}
          </ButtonLink>
        }
      >
        {t('export.contacts.noneYetBody')}
      </EmptyState>
    );
  }
  return (
    <section className={styles['column']} aria-label={t('export.contacts.title')}>
      <h2 className={styles['stepTitle']}>{t('export.contacts.title')}</h2>
      <div className={styles['chooseBar']}>
        <TextField
          label={t('export.contacts.filter')}
          type="search"
          value={typed}
          onChange={setTyped}
          className={styles['filter']}
        />
        <Button
          isDisabled={shown.length === 0}
          onPress={() => onChange([...new Set([...chosen, ...shown.map((row) => row.id)])])}
        >
          {t('export.contacts.all', { count: shown.length })}
        </Button>
        <Button variant="quiet" isDisabled={chosen.length === 0} onPress={() => onChange([])}>
          {t('export.contacts.none')}
        </Button>
      </div>
      <p role="status" className={styles['small']}>
        {t('export.contacts.chosen', { count: chosen.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon={Users} title={t('export.contacts.empty')} isCompact>
          {t('export.contacts.emptyBody')}
        </EmptyState>
      ) : (
        <div className={styles['chooseList']}>
          <VirtualList
            label={t('export.contacts.label')}
            items={shown}
            keyOf={(row) => row.id}
            rowSize={3.25}
            isSelected={(row) => chosenIds.has(row.id)}
            onOpen={toggle}
            onToggle={toggle}
            renderRow={(row) => (
              <Choice row={row} isChosen={chosenIds.has(row.id)} onToggle={() => toggle(row)} />
            )}
          />
        </div>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly row: ContactRow;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Choice({ row, isChosen, onToggle }: ChoiceProps): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const notes = [row.profession, row.locality].filter((part) => part !== null);
  return (
    <div role="gridcell" className={styles['choice']}>
      <Checkbox aria-label={row.label} value={isChosen} onChange={onToggle} />
      <Avatar name={row.label} kind={row.kind} photo={row.photo} />
      <span className={styles['choiceWords']}>
        <span>
          <bdi>{row.label}</bdi>
        </span>
        <span className={styles['small']}>
          <bdi>{notes.length === 0 ? label('contactKind', row.kind) : notes.join(' · ')}</bdi>
        </span>
      </span>
      {!row.mayHold && (
        <StatusPill icon={CircleSlash} tone="warning" isPlain>
          {t('export.contacts.mayNotHold')}
        </StatusPill>
      )}
    </div>
  );
}
