import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { Words } from './value-words.ts';

/** What values are put into words with, in the chosen language. Contacts and officers are named. */
export function useWords(): Words {
  const { t } = useTranslation('history');
  const label = useLabel();
  const format = useFormat();
  const contacts = useCall(client.contacts.list, {});
  const rows = contacts.data?.rows;
  const officers = useCall(client.officers.list, {}).data;
  return useMemo(() => {
    const names = new Map([
      ...(rows?.map((row) => [row.id, row.label] as const) ?? []),
      ...(officers?.map((officer) => [officer.id, officer.name] as const) ?? []),
    ]);
    const translate = t as (key: string) => string;
    return {
      word: (vocabulary, value) => label(vocabulary, value as never),
      flag: (value) => t(value ? 'change.yes' : 'change.no'),
      flagName: (field) => translate(`flag.${field}`),
      date: format.date,
      instant: format.instant,
      wallClock: format.localDateTime,
      number: format.number,
      bytes: format.bytes,
      language: format.language,
      country: format.country,
      reference: (id) => names.get(id) ?? null,
      somethingElse: (kind) => t(kind === 'record' ? 'change.someRecord' : 'change.opaque'),
      join: (parts) => parts.join(' · '),
    };
  }, [t, label, format, rows, officers]);
}
