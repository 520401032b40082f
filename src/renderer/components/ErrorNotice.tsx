import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { failureOf } from '../api/call-failure.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { failureText } from './failure-text.ts';

/** The words for a failure, in the chosen language. */
export function useFailureWords(): (failure: Failure) => { title: string; detail: string } {
  const { t } = useTranslation('failures');
  const format = useFormat();
  return (failure) => {
    const { title, detail, values, limitBytes } = failureText(failure);
    const limit = limitBytes === null ? {} : { limit: format.bytes(limitBytes) };
    return {
      title: t(`title.${title}`),
      detail: (t as (key: string, values: object) => string)(`detail.${detail}`, {
        ...values,
        ...limit,
      }),
    };
  };
}

export interface ErrorNoticeProps {
  /** A failure of an outcome, the error of a query, or null for nothing to show. */
  readonly error: Failure | Error | null;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** Says in plain words what went wrong, what is safe and what to do. Nothing for null. */
export function ErrorNotice({ error, onRetry, onDismiss, children }: ErrorNoticeProps): ReactNode {
  const { t } = useTranslation();
  const words = useFailureWords();
  if (error === null) return null;
  const failure = error instanceof Error ? failureOf(error) : error;
  if (failure.kind === 'cancelled') return null;
  const { title, detail } = words(failure);
  return (
    <Banner
      tone="danger"
      role="alert"
      title={title}
      onDismiss={onDismiss}
      actions={
        onRetry && (
          <Button size="sm" onPress={onRetry}>
            {t('tryAgain')}
          </Button>
        )
      }
    >
      <p>{detail}</p>
      {children}
    </Banner>
  );
}
