import { useRef, useState, type ReactNode } from 'react';
import {
  Button as AriaButton,
  Cell,
  Column,
  Popover,
  Row,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StandingRow } from '../../../shared/contract/consents.ts';
import type { LegitimateBasis } from '../../../shared/model/contact.ts';
import { CONSENT_AUDIENCES } from '../../../shared/model/vocabulary/consent.ts';
import { Switch } from '../../components/fields/Checkbox.tsx';
import { cx } from '../../components/cx.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { cellLook } from './cell-looks.ts';
import { CellContent, useCellWords } from './CellContent.tsx';
import { CellDialog } from './CellDialog.tsx';
import type { DecisionStart } from './form-values.ts';
import { consentMatrix, type MatrixCell } from './matrix.ts';
import { MatrixLegend } from './MatrixLegend.tsx';
import styles from './ConsentMatrix.module.css';

export interface ConsentMatrixProps {
  readonly standing: readonly StandingRow[];
  /** The ground other than consent, where there is one. */
  readonly basis: LegitimateBasis | null;
  readonly onRecord: (start: DecisionStart) => void;
  readonly onRenew: (eventId: string) => void;
}

/** Every purpose by every audience: what may be done and who may know of it, today. */
export function ConsentMatrix(props: ConsentMatrixProps): ReactNode {
  const { standing, basis, onRecord, onRenew } = props;
  const { t } = useTranslation('consents');
  const label = useLabel();
  const [showsAll, setShowsAll] = useState(standing.length === 0);
  const [opened, setOpened] = useState<MatrixCell | null>(null);
  const trigger = useRef<HTMLElement>(null);
  const rows = consentMatrix(standing, basis !== null).filter((row) => showsAll || row.asked);

  return (
    <div className={styles['matrix']}>
      <div className={styles['bar']}>
        <p className={styles['hint']}>{t('matrix.hint')}</p>
        <Switch label={t('matrix.showAll')} value={showsAll} onChange={setShowsAll} />
      </div>
      <div className={styles['scroll']} data-scroll="sideways">
        <Table aria-label={t('matrix.label')} className={styles['table'] ?? ''}>
          <TableHeader>
            <Column isRowHeader className={cx(styles['head'], styles['corner'])}>
              {t('matrix.purpose')}
            </Column>
            {CONSENT_AUDIENCES.map((audience) => (
              <Column key={audience} id={audience} className={styles['head'] ?? ''}>
                <span title={label('audience', audience)}>{t(`audienceShort.${audience}`)}</span>
              </Column>
            ))}
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <Row key={row.purpose} id={row.purpose} className={styles['row'] ?? ''}>
                <Cell className={styles['purpose'] ?? ''}>{label('purpose', row.purpose)}</Cell>
                {row.cells.map((cell) => (
                  <Cell key={cell.audience} className={styles['cell'] ?? ''}>
                    <CellButton
                      cell={cell}
                      onOpen={(element) => {
                        trigger.current = element;
                        setOpened(cell);
                      }}
                    />
                  </Cell>
                ))}
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      <MatrixLegend />
      <Popover
        triggerRef={trigger}
        isOpen={opened !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setOpened(null);
        }}
        className={styles['popover'] ?? ''}
        offset={4}
      >
        {opened !== null && (
          <CellDialog
            cell={opened}
            basis={basis}
            onRecord={(start) => {
              setOpened(null);
              onRecord(start);
            }}
            onRenew={(eventId) => {
              setOpened(null);
              onRenew(eventId);
            }}
          />
        )}
      </Popover>
    </div>
  );
}

interface CellButtonProps {
  readonly cell: MatrixCell;
  readonly onOpen: (element: HTMLElement) => void;
}

function CellButton({ cell, onOpen }: CellButtonProps): ReactNode {
  const words = useCellWords();
  return (
    <AriaButton
      className={styles['button'] ?? ''}
      data-look={cellLook(cell)}
      data-via={cell.via ?? undefined}
      onPress={(event) => onOpen(event.target as HTMLElement)}
    >
      <span className="visually-hidden">{words(cell)}</span>
      <CellContent cell={cell} />
    </AriaButton>
  );
}
