import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerSolid';

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'md' | 'sm' | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly className?: string | undefined;
}

export interface ButtonProps extends Look {
  readonly children: ReactNode;
  readonly onPress?: ((event: PressEvent) => void) | undefined;
  readonly type?: 'button' | 'submit' | 'reset' | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Shows a spinner and takes no further press. */
  readonly isPending?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly slot?: string | null | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
}

function look({ variant = 'secondary', size = 'md', className }: Look): string {
  return cx(styles['button'], styles[variant], size === 'sm' && styles['sm'], className);
}

/** The one button. `primary` once per view; `quiet` in rows and toolbars; `danger` to remove. */
export function Button(props: ButtonProps): ReactNode {
  const { children, variant, size, icon: Icon, className, isPending, slot, ...rest } = props;
  return (
    <AriaButton
      {...(rest as object)}
      {...(slot === undefined ? {} : { slot })}
      type={props.type ?? 'button'}
      isPending={isPending ?? false}
      className={look({ variant, size, className })}
    >
      {isPending === true ? (
        <LoaderCircle aria-hidden className={styles['spinner']} />
      ) : (
        Icon && <Icon aria-hidden />
      )}
      {children}
    </AriaButton>
  );
}

interface AnchorProps
  extends Look, Omit<React.AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function Anchor({
  variant,
  size,
  icon: Icon,
  className,
  children,
  ...rest
}: AnchorProps): ReactNode {
  return (
    <a {...rest} className={look({ variant, size, className })}>
      {Icon && <Icon aria-hidden />}
      {children}
    </a>
  );
}

/** A link to a route that looks like a button: `<ButtonLink to="/contacts/new" variant="primary">`. */
export const ButtonLink: LinkComponent<typeof Anchor> = createLink(Anchor);
