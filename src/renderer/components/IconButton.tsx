import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, TooltipTrigger, type PressEvent } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import { Tooltip } from './Tooltip.tsx';
import type { ButtonVariant } from './Button.tsx';
import styles from './Button.module.css';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** The accessible name, also shown as a tooltip. */
  readonly label: string;
  readonly onPress?: ((event: PressEvent) => void) | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'md' | 'sm' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly slot?: string | null | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button that is only an icon; its name is required and is shown as a tooltip. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon: Icon, label, variant = 'quiet', size = 'md', className, slot, ...rest } = props;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...(rest as object)}
        {...(slot === undefined ? {} : { slot })}
        aria-label={label}
        className={cx(
          styles['button'],
          styles[variant],
          styles['icon'],
          size === 'sm' && styles['sm'],
          className,
        )}
      >
        <Icon aria-hidden />
      </AriaButton>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
