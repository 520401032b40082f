import { useEffect, type ReactNode } from 'react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Unplug } from 'lucide-react';

/** In place of a view that threw. Shows nothing of the error: it could hold words of a record. */
export function RouteCrash({ reset }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('crash.title');
  }, [t]);
  return (
    <div role="alert">
      <EmptyState
        icon={Unplug}
        title={t('crash.title')}
        actions={<Button onPress={reset}>{t('tryAgain')}</Button>}
      >
        {t('crash.body')}
      </EmptyState>
    </div>
  );
}
