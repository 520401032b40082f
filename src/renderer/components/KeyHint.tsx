import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac } from './platform.ts';
import styles from './KeyHint.module.css';

/** A keyboard shortcut: `<KeyHint keys={['mod', 'K']} />`; `mod` is Ctrl, or ⌘ on a Mac. */
export function KeyHint({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const name = (key: string): string => {
    if (key === 'mod') return isMac() ? t('key.cmd') : t('key.ctrl');
    if (key === 'shift') return t('key.shift');
    if (key === 'enter') return t('key.enter');
    if (key === 'esc') return t('key.esc');
    return key;
  };
  return (
    <span className={styles['hint']} aria-hidden>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {name(key)}
        </kbd>
      ))}
    </span>
  );
}
