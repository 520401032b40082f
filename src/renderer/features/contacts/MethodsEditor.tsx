import type { ReactNode } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidV7 } from 'uuid';
import type { ContactMethod } from '../../../shared/model/contact.ts';
import { CONTACT_METHOD_KINDS } from '../../../shared/model/vocabulary/contact.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { cx } from '../../components/cx.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './editors.module.css';

export interface MethodsEditorProps {
  readonly value: readonly ContactMethod[];
  readonly onChange: (value: ContactMethod[]) => void;
  readonly errorAt: (index: number, field: 'value' | 'safeHours' | 'note') => string | undefined;
  readonly onBlur: () => void;
}

/** The ways to reach a contact, and those that must never be used. */
export function MethodsEditor({ value, onChange, errorAt, onBlur }: MethodsEditorProps): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const put = (index: number, change: Partial<ContactMethod>): void =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const add = (): void =>
    onChange([
      ...value,
      {
        id: uuidV7(),
        kind: 'signal',
        value: '',
        safeHours: null,
        neverUse: false,
        preferred: value.length === 0,
        note: null,
      },
    ]);

  return (
    <div className={styles['list']} role="group" aria-label={t('form.methods')}>
      <p className={styles['legend']}>{t('form.methods')}</p>
      {value.length === 0 && <p className={styles['empty']}>{t('form.noMethods')}</p>}
      {value.map((method, index) => (
        <div
          key={method.id}
          className={styles['method']}
          data-never={method.neverUse ? '' : undefined}
          role="group"
          aria-label={t('form.method', { number: index + 1 })}
        >
          <div className={styles['head']}>
            <span className={styles['title']}>{t('form.method', { number: index + 1 })}</span>
            <Checkbox
              label={t('form.neverUse')}
              value={method.neverUse}
              onChange={(neverUse) =>
                put(index, { neverUse, preferred: neverUse ? false : method.preferred })
              }
            />
            <Checkbox
              label={t('form.preferred')}
              value={method.preferred}
              isDisabled={method.neverUse}
              onChange={(preferred) => put(index, { preferred })}
            />
            <IconButton
              icon={Trash2}
              size="sm"
              label={t('form.removeMethod', { number: index + 1 })}
              onPress={() => onChange(value.filter((one) => one.id !== method.id))}
            />
          </div>
          <div className={styles['pair']}>
            <Select
              label={t('form.methodKind')}
              value={method.kind}
              onChange={(kind) => put(index, { kind })}
              options={CONTACT_METHOD_KINDS.map((kind) => ({
                value: kind,
                label: label('methodKind', kind),
              }))}
            />
            <TextField
              label={t('form.methodValue')}
              value={method.value}
              onChange={(text) => put(index, { value: text })}
              error={errorAt(index, 'value')}
              onBlur={onBlur}
            />
          </div>
          <div className={cx(styles['pair'], styles['even'])}>
            {!method.neverUse && (
              <TextField
                label={t('form.safeHours')}
                description={t('form.safeHoursHint')}
                value={method.safeHours}
                onChange={(safeHours) => put(index, { safeHours })}
                error={errorAt(index, 'safeHours')}
                onBlur={onBlur}
              />
            )}
            <TextField
              label={t('form.methodNote')}
              value={method.note}
              onChange={(note) => put(index, { note })}
              error={errorAt(index, 'note')}
              onBlur={onBlur}
            />
          </div>
        </div>
      ))}
      <Button size="sm" variant="secondary" icon={Plus} className={styles['add']} onPress={add}>
        {t('form.addMethod')}
      </Button>
    </div>
  );
}
