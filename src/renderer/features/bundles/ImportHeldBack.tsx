import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { Banner } from '../../components/Banner.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';

type HeldBack = Pick<ImportPreview, 'actionsHeldBack' | 'presencesHeldBack'>;

/** What comes as done or under way, and is taken in as not yet, since what it rests on is not here. */
export function ImportHeldBack({ actionsHeldBack, presencesHeldBack }: HeldBack): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  return (
    <>
      {actionsHeldBack.length > 0 && (
        <Banner tone="warning" title={t('import.preview.heldBack')}>
          <p>{t('import.preview.heldBackBody')}</p>
          <ul>
            {actionsHeldBack.map((action) => (
              <li key={action.id}>
                <bdi>{action.title}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {presencesHeldBack.length > 0 && (
        <Banner tone="warning" title={t('import.preview.presencesHeldBack')}>
          <p>{t('import.preview.presencesHeldBackBody')}</p>
          <ul>
            {presencesHeldBack.map(({ record, label: name, on }) => (
              <li key={record.id}>
                {label('recordType', record.type)}, {format.date(on)}: <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
