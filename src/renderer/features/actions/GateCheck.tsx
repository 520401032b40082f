import type { ReactNode } from 'react';
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ACTION_RULES, type ActionType } from '../../../shared/model/vocabulary/action.ts';
import type { ConsentAudience } from '../../../shared/model/vocabulary/consent.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { gatedParticulars, type ActionFormValues } from './form-values.ts';
import { GapList } from './GapList.tsx';
import { NotReadyNotice } from './NotReady.tsx';
import styles from './actions.module.css';

export interface GateCheckProps {
  readonly type: ActionType;
  readonly audience: ConsentAudience;
  readonly subjectIds: readonly string[];
  readonly particulars: ActionFormValues['particulars'];
}

/** What the gate says of an action as it is being written, asked again at every change. */
export function GateCheck(asked: GateCheckProps): ReactNode {
  const { type, audience, subjectIds, particulars } = asked;
  const { t } = useTranslation('actions');
  const label = useLabel();
  const format = useFormat();
  const check = useCall(
    client.actions.check,
    {
      type,
      audience,
      subjectIds: [...subjectIds],
      particulars: gatedParticulars(type, particulars),
    },
    { keepPrevious: true },
  );
  const rule = ACTION_RULES[type];
  const gate = check.data;
  return (
    <div className={styles['column']} role="status" aria-label={t('gate.title')}>
      <p className={styles['muted']}>
        {t('gate.needs', {
          purposes: format.list(rule.purposes.map((purpose) => label('purpose', purpose))),
        })}
      </p>
      {rule.profileRaising && (
        <p className={styles['notice']}>
          <Eye aria-hidden />
          {t('gate.profileRaising')}
        </p>
      )}
      <ErrorNotice error={check.error} />
      {gate !== undefined &&
        (gate.via === null ? (
          <Banner tone="warning" title={t('gate.missingLong')}>
            <GapList gaps={gate.gaps} />
          </Banner>
        ) : (
          <Banner tone={gate.via === 'consent' ? 'positive' : 'info'}>
            {t(gate.via === 'no-subject' ? 'gate.noSubjectLong' : 'gate.consentLong')}
          </Banner>
        ))}
      {gate?.notReady != null && <NotReadyNotice reason={gate.notReady} actionId={null} />}
    </div>
  );
}
