import { useMemo, type ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { ComboBox, type ComboBoxOption, type ComboBoxProps } from './ComboBox.tsx';
import { COUNTRY_CODES, LANGUAGE_TAGS } from './language-tags.ts';
import { MultiComboBox, type MultiComboBoxProps } from './TagsField.tsx';

function useLanguageOptions(chosen: readonly string[]): readonly ComboBoxOption[] {
  const format = useFormat();
  const key = chosen.join(' ');
  return useMemo(() => {
    const tags = new Set([...LANGUAGE_TAGS, ...key.split(' ').filter(Boolean)]);
    return [...tags]
      .filter((tag) => format.language(tag) !== tag || key.split(' ').includes(tag))
      .map((tag) => ({
        value: tag,
        label: format.language(tag),
        keywords: tag,
        note: ownName(tag),
      }))
      .map((option) => (option.note === option.label ? { ...option, note: '' } : option))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [format, key]);
}

/** What speakers call the language. */
function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag) ?? '';
}

/** One language, as a BCP 47 tag. */
export function LanguageField(props: Omit<ComboBoxProps, 'options'>): ReactNode {
  const options = useLanguageOptions(props.value === null ? [] : [props.value]);
  return <ComboBox {...props} options={options} />;
}

/** Several languages, as BCP 47 tags. */
export function LanguagesField(props: Omit<MultiComboBoxProps, 'options'>): ReactNode {
  const options = useLanguageOptions(props.value);
  return <MultiComboBox {...props} options={options} />;
}

/** One country, as an ISO 3166-1 alpha-2 code. */
export function CountryField(props: Omit<ComboBoxProps, 'options'>): ReactNode {
  const format = useFormat();
  const options = useMemo(
    () =>
      COUNTRY_CODES.map((code) => ({
        value: code,
        label: format.country(code),
        keywords: code,
      })).sort((a, b) => a.label.localeCompare(b.label)),
    [format],
  );
  return <ComboBox {...props} options={options} />;
}
