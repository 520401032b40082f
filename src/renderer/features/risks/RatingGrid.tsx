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
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RiskRating } from '../../../shared/model/risk-assessment.ts';
import { ratingLevel } from '../../../shared/model/risk-level.ts';
import { NINE_RISKS, RISK_BEARERS } from '../../../shared/model/vocabulary/risk.ts';
import { cx } from '../../components/cx.ts';
import { RISK_LOOKS } from '../../components/status-pills.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { RatingDialog } from './RatingDialog.tsx';
import { ratingAt, withRating, type RatedCell } from './ratings.ts';
import styles from './RatingGrid.module.css';

export interface RatingGridProps {
  readonly value: readonly RiskRating[];
  readonly onChange: (value: RiskRating[]) => void;
  readonly error: string | undefined;
}

/**
 * The nine risks by whom they fall on: "the risks they, their communities and their families face".
 * Arrow keys go from cell to cell, Enter opens one to rate it.
 */
export function RatingGrid({ value, onChange, error }: RatingGridProps): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const [opened, setOpened] = useState<RatedCell | null>(null);
  const trigger = useRef<HTMLElement>(null);
  return (
    <div className={styles['grid']}>
      <p className={styles['hint']}>{t('grid.hint')}</p>
      <Table aria-label={t('grid.label')} className={styles['table'] ?? ''}>
        <TableHeader>
          <Column isRowHeader className={cx(styles['column'], styles['corner'])}>
            {t('grid.risk')}
          </Column>
          {RISK_BEARERS.map((bearer) => (
            <Column key={bearer} id={bearer} className={styles['column'] ?? ''}>
              {label('riskBearer', bearer)}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {NINE_RISKS.map((risk) => (
            <Row key={risk} id={risk}>
              <Cell className={styles['risk'] ?? ''}>{label('nineRisk', risk)}</Cell>
              {RISK_BEARERS.map((bearer) => (
                <Cell key={bearer} className={styles['cell'] ?? ''}>
                  <RatingButton
                    cell={{ risk, bearer }}
                    rating={ratingAt(value, { risk, bearer })}
                    onOpen={(element) => {
                      trigger.current = element;
                      setOpened({ risk, bearer });
                    }}
                  />
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
      {error !== undefined && <p className={styles['error']}>{error}</p>}
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
          <RatingDialog
            cell={opened}
            rating={ratingAt(value, opened)}
            onChange={(rating) => onChange(withRating(value, opened, rating))}
            onClose={() => setOpened(null)}
          />
        )}
      </Popover>
    </div>
  );
}

interface RatingButtonProps {
  readonly cell: RatedCell;
  readonly rating: RiskRating | null;
  readonly onOpen: (element: HTMLElement) => void;
}

function RatingButton({ cell, rating, onOpen }: RatingButtonProps): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const where = { risk: label('nineRisk', cell.risk), bearer: label('riskBearer', cell.bearer) };
  const level = rating === null ? null : ratingLevel(rating);
  const Icon = level === null ? Plus : RISK_LOOKS[level].icon;
  return (
    <AriaButton
      className={styles['rating'] ?? ''}
      data-level={level ?? 'none'}
      aria-label={
        rating === null || level === null
          ? t('grid.unratedSpoken', where)
          : t('grid.ratedSpoken', {
              ...where,
              level: label('riskLevel', level),
              likelihood: rating.likelihood,
              severity: rating.severity,
            })
      }
      onPress={(event) => onOpen(event.target as HTMLElement)}
    >
      <Icon aria-hidden />
      {rating !== null && level !== null && (
        <span className={styles['score']}>
          {t('grid.score', {
            level: label('riskLevel', level),
            likelihood: rating.likelihood,
            severity: rating.severity,
          })}
        </span>
      )}
    </AriaButton>
  );
}
