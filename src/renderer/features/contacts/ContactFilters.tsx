import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  RISK_GROUPS,
  RISK_LEVELS,
} from '../../../shared/model/vocabulary/contact.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { OptionalSelect, Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { CONTACT_SORTS, type ContactsSearch } from './routes.tsx';
import styles from './ContactsPage.module.css';

const TYPING_PAUSE_MS = 180;

export interface ContactFiltersProps {
  readonly search: ContactsSearch;
  readonly onChange: (change: ContactsSearch) => void;
}

export function ContactFilters({ search, onChange }: ContactFiltersProps): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const tags = useCall(client.contacts.tags, {});
  const [text, setText] = useState(search.text ?? '');

  useEffect(() => {
    if (text === (search.text ?? '')) return;
    const timer = setTimeout(
      () => onChange({ text: text === '' ? undefined : text }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, search.text, onChange]);
  useEffect(() => {
    if (search.text === undefined) setText('');
  }, [search.text]);

  return (
    <div className={styles['filters']} role="search" aria-label={t('filter.label')}>
      <TextField
        className={styles['find']}
        type="search"
        label={t('search')}
        isLabelHidden
        placeholder={t('find')}
        value={text}
        onChange={setText}
      />
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.kind')}
        isLabelHidden
        noneLabel={t('filter.anyKind')}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
        options={CONTACT_KINDS.map((value) => ({
          value,
          label: label('contactKindPlural', value),
        }))}
      />
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.risk')}
        isLabelHidden
        noneLabel={t('filter.anyRisk')}
        value={search.risk ?? null}
        onChange={(risk) => onChange({ risk: risk ?? undefined })}
        options={RISK_LEVELS.map((value) => ({ value, label: label('riskLevel', value) }))}
      />
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.group')}
        isLabelHidden
        noneLabel={t('filter.anyGroup')}
        value={search.group ?? null}
        onChange={(group) => onChange({ group: group ?? undefined })}
        options={RISK_GROUPS.map((value) => ({ value, label: label('riskGroup', value) }))}
      />
      {(tags.data?.length ?? 0) > 0 && (
        <OptionalSelect
          className={styles['filter']}
          label={t('filter.tag')}
          isLabelHidden
          noneLabel={t('filter.anyTag')}
          value={search.tag ?? null}
          onChange={(tag) => onChange({ tag: tag ?? undefined })}
          options={(tags.data ?? []).map(({ tag }) => ({ value: tag, label: tag }))}
        />
      )}
      <OptionalSelect
        className={styles['filter']}
        label={t('filter.state')}
        isLabelHidden
        noneLabel={t('filter.anyState')}
        value={search.state ?? null}
        onChange={(state) => onChange({ state: state ?? undefined })}
        options={CONTACT_STATES.map((value) => ({ value, label: label('contactState', value) }))}
      />
      <Select
        className={styles['filter']}
        label={t('sort.label')}
        isLabelHidden
        value={search.sort ?? 'name'}
        onChange={(sort) => onChange({ sort: sort === 'name' ? undefined : sort })}
        options={CONTACT_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
    </div>
  );
}
