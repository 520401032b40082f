import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './toasts.module.css';

interface ToastValue {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly isProblem?: boolean | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** Long enough to read and to reach the button (WCAG 2.2.1 asks for no less than this with care). */
const SHOWN_MS = 8_000;

/** With something to press: time to find it by keyboard or by a screen reader. */
const SHOWN_WITH_ACTION_MS = 20_000;

const queue = new ToastQueue<ToastValue>({ maxVisibleToasts: 3 });

/** Says something for a few seconds. Not for what the officer must act on: use a Banner there. */
export function showToast(value: ToastValue): void {
  queue.add(value, { timeout: value.action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS });
}

/** Takes every toast away, as on lock: their words may name a record. */
export function clearToasts(): void {
  queue.visibleToasts.forEach((toast) => queue.close(toast.key));
}

/**
 * F6 goes to the newest toast's first button. React Aria's own F6 does not find a region that comes
 * and goes with its toasts.
 */
function useWayToToasts(): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const button = event.key === 'F6' ? region.current?.querySelector('button') : null;
      if (button === null || button === undefined) return;
      event.preventDefault();
      button.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return region;
}

/** Where toasts appear; once, in the application's frame. */
export function Toasts(): ReactNode {
  const { t } = useTranslation();
  const region = useWayToToasts();
  return (
    <ToastRegion
      ref={region}
      queue={queue}
      className={styles['region'] ?? ''}
      aria-label={t('notifications')}
    >
      {({ toast }) => {
        const { title, detail, isProblem, action } = toast.content;
        return (
          <AriaToast
            toast={toast}
            className={cx(styles['toast'], isProblem === true && styles['problem'])}
          >
            {isProblem === true ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
            <ToastContent className={styles['words'] ?? ''}>
              <Text slot="title">{title}</Text>
              {detail !== undefined && (
                <div>
                  <Text slot="description" className={styles['detail'] ?? ''}>
                    {detail}
                  </Text>
                </div>
              )}
            </ToastContent>
            {action && (
              <Button
                slot={null}
                className={styles['action'] ?? ''}
                onPress={() => {
                  queue.close(toast.key);
                  action.onPress();
                }}
              >
                {action.label}
              </Button>
            )}
            <Button slot="close" className={styles['close'] ?? ''} aria-label={t('dismiss')}>
              <X aria-hidden />
            </Button>
          </AriaToast>
        );
      }}
    </ToastRegion>
  );
}
