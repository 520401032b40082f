import type { ReactNode } from 'react';
import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import styles from './Shell.module.css';

/** Says that this is not the product's own window, wherever a page is shown in the preview host. */
export function PreviewBanner(): ReactNode {
  const { t } = useTranslation('shell');
  const info = useCall(client.host.info, {});
  if (info.data?.kind !== 'preview') return null;
  return (
    <aside className={styles['banner']} aria-label={t('previewTitle')}>
      <FlaskConical aria-hidden />
      {t('preview')}
    </aside>
  );
}
