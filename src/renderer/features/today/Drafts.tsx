import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { PencilLine, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { client } from '../../api/client.ts';
import { outdateDraftLists } from '../../api/draft-lists.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { draftTarget } from './draft-target.ts';
import { TodayList } from './TodayList.tsx';
import styles from './TodayPage.module.css';

type ListedDraft = ResultOf<typeof calls.today.overview>['drafts'][number];

/** What was typed and not saved, with the way to go on and to throw it away. */
export function Drafts({ drafts }: { readonly drafts: readonly ListedDraft[] }): ReactNode {
  const { t } = useTranslation('today');
  const label = useLabel();
  const format = useFormat();
  const queryClient = useQueryClient();

  const discard = async ({ form, key }: ListedDraft): Promise<void> => {
    await client.drafts.discard({ form, key });
    await outdateDraftLists(queryClient);
  };

  return (
    <TodayList
      title={t('drafts')}
      icon={PencilLine}
      rows={drafts}
      total={drafts.length}
      keyOf={(draft) => `${draft.form}/${draft.key}`}
      render={(draft) => {
        const what = label('draftForm', draft.form);
        const words = draft.key.startsWith('new')
          ? t('draftNew', { what })
          : t('draftOf', { what });
        const target = draftTarget(draft);
        return (
          <>
            <span className={styles['words']}>
              {target === null ? (
                <span className={styles['main']}>{words}</span>
              ) : (
                <Link {...(target as { to: '/contacts/new' })} className={styles['main']}>
                  {words}
                </Link>
              )}
              <span className={styles['note']}>{format.instant(draft.updatedAt)}</span>
            </span>
            <IconButton
              icon={X}
              size="sm"
              label={t('discardName', { name: words })}
              onPress={() => void discard(draft)}
            />
          </>
        );
      }}
    />
  );
}
