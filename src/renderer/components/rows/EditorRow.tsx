import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton.tsx';
import styles from './rows.module.css';

/** The entries of a list in a form, one below the other, and what adds one. */
export function EditorRows({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles['rows']}>{children}</div>;
}

export interface EditorRowProps {
  /** What the entry is called: `Promise 2`. */
  readonly label: string;
  /** What the button says that it removes; the label where nothing else is given. */
  readonly name?: string | undefined;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One entry of a list in a form: its fields, and a button that takes it out. */
export function EditorRow({ label, name = label, onRemove, children }: EditorRowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['row']} role="group" aria-label={label}>
      <div className={styles['fields']}>{children}</div>
      <IconButton icon={X} label={t('removeItem', { name })} onPress={onRemove} />
    </div>
  );
}

/** Short fields of an entry side by side where there is room. */
export function SplitFields({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles['split']}>{children}</div>;
}
