import type { ReactNode } from 'react';
import { CalendarPlus, Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { hearingSeries } from '../../../shared/model/hearing-series.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HearingLine } from './HearingLine.tsx';
import styles from './custody.module.css';

/** The hearings of a contact: a line for each case. */
export function HearingsCard({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('custody');
  const { data, error } = useCall(client.hearings.ofContact, { contactId });
  const series = hearingSeries(data ?? []);
  return (
    <Card
      title={t('hearings.title')}
      icon={Gavel}
      actions={
        <ButtonLink
          to="/hearings/new"
          search={{ contact: contactId }}
          icon={CalendarPlus}
          size="sm"
        >
          {t(series.length === 0 ? 'hearings.first' : 'tab.addHearing')}
        </ButtonLink>
      }
    >
      <ErrorNotice error={error} />
      {data?.length === 0 && <p className={styles['muted']}>{t('hearings.none')}</p>}
      {series.map((one, index) => (
        <div key={one[0]?.id}>
          {index > 0 && <hr className={styles['between']} />}
          <HearingLine series={one} canAdd />
        </div>
      ))}
    </Card>
  );
}
