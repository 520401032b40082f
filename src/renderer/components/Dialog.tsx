import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { cx } from './cx.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, from the least to the most wanted. */
  readonly footer?: ReactNode;
  /** `sheet` comes from the inline end and suits forms; `alert` asks before something is lost. */
  readonly kind?: 'dialog' | 'wide' | 'sheet' | 'alert' | undefined;
  /** There is nothing in it to press, only to look at: its body is a stop, so that keys scroll it. */
  readonly isLookedAt?: boolean | undefined;
}

/** A modal dialog or sheet: traps and gives back focus, closes on Escape. */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, onClose, title, children, footer, kind = 'dialog', isLookedAt } = props;
  const { t } = useTranslation();
  const isSheet = kind === 'sheet';
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={false}
      className={styles[isSheet ? 'sheetOverlay' : 'overlay'] ?? ''}
    >
      <Modal
        className={
          isSheet ? (styles['sheet'] ?? '') : cx(styles['modal'], kind === 'wide' && styles['wide'])
        }
      >
        <AriaDialog
          role={kind === 'alert' ? 'alertdialog' : 'dialog'}
          className={styles['dialog'] ?? ''}
        >
          <div className={styles['head']}>
            <Heading slot="title" level={2} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <IconButton icon={X} label={t('close')} size="sm" onPress={onClose} slot={null} />
          </div>
          {isLookedAt === true ? (
            <ScrollRegion label={title} className={styles['body']}>
              {children}
            </ScrollRegion>
          ) : (
            <div className={styles['body']}>{children}</div>
          )}
          {footer !== undefined && <div className={styles['foot']}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean | undefined;
  readonly isPending?: boolean | undefined;
}

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      kind="alert"
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button variant="secondary" onPress={props.onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant={props.isDangerous === true ? 'dangerSolid' : 'primary'}
            isPending={props.isPending}
            onPress={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
