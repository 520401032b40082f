import type { ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Contact } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_PURPOSES,
  type ConsentPurpose,
} from '../../../shared/model/vocabulary/consent.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { cx } from '../../components/cx.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { cellLook } from './cell-looks.ts';
import { CellContent, useCellWords } from './CellContent.tsx';
import { purposeRow } from './matrix.ts';
import { MatrixLegend } from './MatrixLegend.tsx';
import matrix from './ConsentMatrix.module.css';
import styles from './PurposeMatrix.module.css';

type Row = ResultOf<Calls['consents']['ofPurpose']>[number];

export interface PurposeMatrixProps {
  readonly purpose: ConsentPurpose;
  readonly onPurpose: (purpose: ConsentPurpose) => void;
}

/** Every contact by every audience, for one purpose: for whom may it be done, and who may know. */
export function PurposeMatrix({ purpose, onPurpose }: PurposeMatrixProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const navigate = useNavigate();
  const rows = useCall(client.consents.ofPurpose, { purpose }, { keepPrevious: true });
  return (
    <>
      <div className={styles['bar']}>
        <Select
          label={t('matrix.purpose')}
          value={purpose}
          onChange={onPurpose}
          options={CONSENT_PURPOSES.map((value) => ({ value, label: label('purpose', value) }))}
        />
      </div>
      <ErrorNotice error={rows.error} onRetry={() => void rows.refetch()} />
      {rows.data === undefined ? (
        rows.error === null && <Skeleton lines={9} blockSize="2.5rem" />
      ) : rows.data.length === 0 ? (
        <EmptyState icon={Contact} title={t('byPurpose.emptyTitle')}>
          {t('byPurpose.emptyBody')}
        </EmptyState>
      ) : (
        <div className={styles['list']}>
          <VirtualList
            label={t('byPurpose.label', { purpose: label('purpose', purpose) })}
            items={rows.data}
            keyOf={(row) => row.contactId}
            rowSize={3.4}
            scrollsSideways
            head={<Head />}
            onOpen={({ contactId: id }) =>
              void navigate({ to: '/contacts/$id', params: { id }, search: { tab: 'consent' } })
            }
            renderRow={(row) => <ContactCells row={row} purpose={purpose} />}
          />
          <MatrixLegend />
        </div>
      )}
    </>
  );
}

function Head(): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  return (
    <div className={cx(styles['cells'], styles['headCells'])} role="none">
      <span role="columnheader">{t('byPurpose.contact')}</span>
      {CONSENT_AUDIENCES.map((audience) => (
        <span key={audience} role="columnheader" title={label('audience', audience)}>
          {t(`audienceShort.${audience}`)}
        </span>
      ))}
    </div>
  );
}

function ContactCells({
  row,
  purpose,
}: {
  readonly row: Row;
  readonly purpose: ConsentPurpose;
}): ReactNode {
  const words = useCellWords();
  const { cells } = purposeRow(purpose, row.standing, row.hasLegitimateBasis);
  return (
    <div className={styles['cells']} role="none">
      <div role="gridcell" className={styles['name']}>
        <Link
          to="/contacts/$id"
          params={{ id: row.contactId }}
          search={{ tab: 'consent' }}
          tabIndex={-1}
          preload={false}
          dir="auto"
        >
          {row.contactLabel}
        </Link>
      </div>
      {cells.map((cell) => (
        <div key={cell.audience} role="gridcell" title={words(cell)}>
          <span className="visually-hidden">{words(cell)}</span>
          <span
            className={cx(matrix['button'], styles['cell'])}
            data-look={cellLook(cell)}
            data-via={cell.via ?? undefined}
          >
            <CellContent cell={cell} />
          </span>
        </div>
      ))}
    </div>
  );
}
