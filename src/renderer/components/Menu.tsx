import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly onAction: () => void;
  readonly isDangerous?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface MenuProps {
  readonly items: readonly MenuAction[];
  /** The button that opens it; without one, a "More actions" icon button. */
  readonly trigger?: ReactNode;
  readonly label?: string | undefined;
}

/** A menu of actions behind a button. */
export function Menu({ items, trigger, label }: MenuProps): ReactNode {
  const { t } = useTranslation();
  const name = label ?? t('moreActions');
  return (
    <MenuTrigger>
      {trigger ?? <IconButton icon={Ellipsis} label={name} />}
      <Popover className={styles['popover'] ?? ''} offset={6}>
        <AriaMenu className={styles['list'] ?? ''} aria-label={name}>
          {items.map(({ id, label: text, icon: Icon, onAction, isDangerous, isDisabled }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={text}
              onAction={onAction}
              isDisabled={isDisabled ?? false}
              className={cx(styles['item'], isDangerous === true && styles['danger'])}
            >
              {Icon && <Icon aria-hidden />}
              <span className={styles['itemText']}>{text}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
