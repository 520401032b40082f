import { useState, type ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components';
import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RiskRating } from '../../../shared/model/risk-assessment.ts';
import { SHORT_TEXT_MAX } from '../../../shared/model/primitives.ts';
import { RISK_STEPS } from '../../../shared/model/vocabulary/risk.ts';
import { Button } from '../../components/Button.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import type { RatedCell } from './ratings.ts';
import styles from './RatingGrid.module.css';

export interface RatingDialogProps {
  readonly cell: RatedCell;
  readonly rating: RiskRating | null;
  /** Called as soon as both are chosen, and at each change after; null takes the rating out. */
  readonly onChange: (rating: RiskRating | null) => void;
  readonly onClose: () => void;
}

const STEPS = Array.from({ length: RISK_STEPS }, (_, index) => index + 1);
type StepName = '1' | '2' | '3' | '4' | '5';

/** How likely one risk is and how hard it would hit, for one who bears it. */
export function RatingDialog({ cell, rating, onChange, onClose }: RatingDialogProps): ReactNode {
  const { t } = useTranslation(['risks', 'common', 'errors']);
  const label = useLabel();
  const [likelihood, setLikelihood] = useState(rating?.likelihood ?? null);
  const [severity, setSeverity] = useState(rating?.severity ?? null);
  const [note, setNote] = useState(rating?.note ?? '');
  const isTooLong = note.trim().length > SHORT_TEXT_MAX;

  const tell = (next: {
    likelihood: number | null;
    severity: number | null;
    note: string;
  }): void => {
    if (next.likelihood === null || next.severity === null) return;
    const { risk, bearer } = cell;
    const kept = next.note === '' ? null : next.note;
    onChange({ risk, bearer, likelihood: next.likelihood, severity: next.severity, note: kept });
  };

  return (
    <Dialog className={styles['dialog'] ?? ''}>
      <Heading slot="title" level={3} className={styles['dialogTitle'] ?? ''}>
        {`${label('nineRisk', cell.risk)} · ${label('riskBearer', cell.bearer)}`}
      </Heading>
      <RadioGroup<StepName>
        label={t('grid.likelihood')}
        look="segmented"
        autoFocus
        description={
          likelihood === null ? t('grid.oneToFive') : t(`likelihood.${step(likelihood)}`)
        }
        value={likelihood === null ? null : step(likelihood)}
        onChange={(next) => {
          setLikelihood(Number(next));
          tell({ likelihood: Number(next), severity, note });
        }}
        options={STEPS.map((one) => ({ value: step(one), label: String(one) }))}
      />
      <RadioGroup<StepName>
        label={t('grid.severity')}
        look="segmented"
        description={severity === null ? t('grid.oneToFive') : t(`severity.${step(severity)}`)}
        value={severity === null ? null : step(severity)}
        onChange={(next) => {
          setSeverity(Number(next));
          tell({ likelihood, severity: Number(next), note });
        }}
        options={STEPS.map((one) => ({ value: step(one), label: String(one) }))}
      />
      <TextField
        label={t('grid.note')}
        value={note}
        error={isTooLong ? t('errors:too-long') : undefined}
        onChange={(next) => {
          setNote(next);
          tell({ likelihood, severity, note: next });
        }}
      />
      <div className={styles['dialogActions']}>
        {rating !== null && (
          <Button
            size="sm"
            icon={Eraser}
            onPress={() => {
              onChange(null);
              onClose();
            }}
          >
            {t('grid.clear')}
          </Button>
        )}
        <Button size="sm" variant="primary" onPress={onClose}>
          {t('common:close')}
        </Button>
      </div>
    </Dialog>
  );
}

function step(value: number): StepName {
  return String(value) as StepName;
}
