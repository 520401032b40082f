import type { ReactNode, RefCallback } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import type { ContactName } from '../../../shared/model/contact.ts';
import { NAME_KINDS } from '../../../shared/model/vocabulary/contact.ts';
import { Button } from '../../components/Button.tsx';
import { OptionalSelect, Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { withText } from './name-edit.ts';
import { SCRIPT_CODES, scriptTag } from './script.ts';
import styles from './editors.module.css';

export interface NamesEditorProps {
  readonly value: readonly ContactName[];
  readonly onChange: (value: ContactName[]) => void;
  readonly errorAt: (index: number) => string | undefined;
  readonly onBlur: () => void;
  readonly inputRef: RefCallback<unknown>;
}

export function newName(kind: ContactName['kind']): ContactName {
  return { id: uuidV7(), kind, text: '', script: null };
}

/** A contact's names: several, each with its kind and the script it is written in. */
export function NamesEditor(props: NamesEditorProps): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const format = useFormat();
  const { value, onChange } = props;
  const put = (index: number, name: ContactName): void =>
    onChange(value.map((one, at) => (at === index ? name : one)));
  const scripts = SCRIPT_CODES.map((code) => ({ value: code, label: format.script(code) }));

  return (
    <div className={styles['list']} role="group" aria-label={t('form.names')}>
      {value.map((name, index) => (
        <div key={name.id} className={styles['name']}>
          <TextField
            label={t('form.name')}
            isLabelHidden={index > 0}
            value={name.text}
            onChange={(text) => put(index, withText(name, text))}
            error={props.errorAt(index)}
            onBlur={props.onBlur}
            inputRef={index === 0 ? props.inputRef : undefined}
            lang={scriptTag(name.script)}
            autoFocus={name.text === '' && index > 0}
          />
          <Select
            label={t('form.nameKind')}
            isLabelHidden={index > 0}
            value={name.kind}
            onChange={(kind) => put(index, { ...name, kind })}
            options={NAME_KINDS.map((kind) => ({ value: kind, label: label('nameKind', kind) }))}
          />
          <OptionalSelect
            label={t('form.script')}
            isLabelHidden={index > 0}
            noneLabel={t('form.scriptUnknown')}
            value={name.script}
            onChange={(script) => put(index, { ...name, script })}
            options={scripts}
          />
          {value.length > 1 ? (
            <IconButton
              icon={Trash2}
              label={t('form.removeName', { number: index + 1 })}
              className={index === 0 ? styles['firstRemove'] : undefined}
              onPress={() => onChange(value.filter((one) => one.id !== name.id))}
            />
          ) : (
            <span />
          )}
        </div>
      ))}
      <Button
        size="sm"
        variant="quiet"
        icon={Plus}
        className={styles['add']}
        onPress={() => onChange([...value, newName('alias')])}
      >
        {t('form.addName')}
      </Button>
    </div>
  );
}
