import { useRef, useState, type ReactNode } from 'react';
import {
  Button as AriaButton,
  Cell,
  Column,
  Dialog,
  Heading,
  Popover,
  Row,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StandingRow } from '../../../shared/contract/consents.ts';
import { CONSENT_AUDIENCES } from '../../../shared/model/vocabulary/consent.ts';
import { Button } from '../../components/Button.tsx';
import { Switch } from '../../components/fields/Checkbox.tsx';
import { cx } from '../../components/cx.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { NewDecision } from './form-values.ts';
import { CELL_ICONS, cellLook, type CellLook } from './cell-looks.ts';
import { consentMatrix, type MatrixCell } from './matrix.ts';
import styles from './ConsentMatrix.module.css';

export interface ConsentMatrixProps {
  readonly standing: readonly StandingRow[];
  readonly onRecord: (start: Omit<NewDecision, 'today'>) => void;
}

const LEGEND = [
  'live',
  'liveIf',
  'refused',
  'withdrawn',
  'expired',
  'not-yet-in-force',
  'never-asked',
] as const satisfies readonly CellLook[];

/** Every purpose by every audience: what may be done and who may know of it, today. */
export function ConsentMatrix({ standing, onRecord }: ConsentMatrixProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const [showsAll, setShowsAll] = useState(standing.length === 0);
  const [opened, setOpened] = useState<MatrixCell | null>(null);
  const trigger = useRef<HTMLElement>(null);
  const rows = consentMatrix(standing).filter((row) => showsAll || row.asked);

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
      <ul className={styles['legend']} aria-label={t('matrix.legend')}>
        {LEGEND.map((look) => {
          const Icon = CELL_ICONS[look];
          return (
            <li key={look} data-look={look}>
              <Icon aria-hidden />
              <strong>{t(`cell.${look}`)}</strong>
              {` ${t(`legend.${look}`)}`}
            </li>
          );
        })}
      </ul>
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
            onRecord={(start) => {
              setOpened(null);
              onRecord(start);
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
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  const look = cellLook(cell);
  const Icon = CELL_ICONS[look];
  const until = cell.state === 'live' ? (cell.standing?.expiresOn ?? null) : null;
  const spoken = t(`cellSpoken.${look}`, {
    purpose: label('purpose', cell.purpose),
    audience: label('audience', cell.audience),
  });
  return (
    <AriaButton
      className={styles['button'] ?? ''}
      data-look={look}
      data-via={cell.via ?? undefined}
      aria-label={
        until === null ? spoken : `${spoken}, ${t('until', { date: format.date(until) })}`
      }
      onPress={(event) => onOpen(event.target as HTMLElement)}
    >
      <Icon aria-hidden />
      <span>{t(`cell.${look}`)}</span>
    </AriaButton>
  );
}

interface CellDialogProps {
  readonly cell: MatrixCell;
  readonly onRecord: ConsentMatrixProps['onRecord'];
}

/** What one cell rests on, and what can be recorded from there. */
function CellDialog({ cell, onRecord }: CellDialogProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  const { standing, state } = cell;
  const pair = { purposes: [cell.purpose], audiences: [cell.audience] };
  const expiresOn = standing?.expiresOn ?? null;
  return (
    <Dialog className={styles['dialog'] ?? ''}>
      <Heading slot="title" level={3} className={styles['dialogTitle'] ?? ''}>
        {`${label('purpose', cell.purpose)} · ${label('audience', cell.audience)}`}
      </Heading>
      <p>
        {state === 'live' && expiresOn !== null
          ? t('popover.liveUntil', { date: format.date(expiresOn) })
          : t(`popover.${state}`)}
      </p>
      {cell.via === 'any' && cell.audience !== 'any' && <p>{t('popover.viaAny')}</p>}
      {standing !== null && standing.conditions !== '' && (
        <p dir="auto">{t('popover.conditions', { conditions: standing.conditions })}</p>
      )}
      {standing?.givenBy === 'proxy' && <p>{t('popover.byProxy')}</p>}
      <div className={styles['dialogActions']}>
        <Button size="sm" variant="primary" onPress={() => onRecord(pair)}>
          {t('popover.record')}
        </Button>
        {state === 'live' && (
          <Button
            size="sm"
            variant="danger"
            onPress={() => onRecord({ ...pair, decision: 'withdrawn' })}
          >
            {t('popover.withdraw')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
