import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Handshake, MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../shared/contract/contacts.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Checkbox } from '../../components/fields/Checkbox.tsx';
import { DraftPill, DuePill, MayHoldPill, RiskPill } from '../../components/status-pills.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { cx } from '../../components/cx.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './ContactsPage.module.css';

const GROUPS_SHOWN = 1;

export interface ContactListRowProps {
  readonly row: ContactRow;
  /** Null where the row cannot be selected. */
  readonly isSelected: boolean | null;
  readonly onSelect: (isSelected: boolean) => void;
}

export function ContactListHead(): ReactNode {
  const { t } = useTranslation('contacts');
  return (
    <div className={cx(styles['cells'], styles['headCells'])} role="none">
      <span role="columnheader">{t('column.name')}</span>
      <span role="columnheader" className={styles['placeCell']}>
        {t('column.place')}
      </span>
      <span role="columnheader">{t('column.risk')}</span>
      <span role="columnheader" className={styles['groupsCell']}>
        {t('column.groups')}
      </span>
      <span role="columnheader">{t('column.contact')}</span>
      <span role="columnheader" className={styles['promisesCell']}>
        {t('column.promises')}
      </span>
      <span role="columnheader" className={styles['consentCell']}>
        {t('column.consent')}
      </span>
    </div>
  );
}

/** One contact in the list: who, where, how much at risk, when last and next, what is owed. */
export function ContactListRow({ row, isSelected, onSelect }: ContactListRowProps): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const format = useFormat();
  const others = [...(row.codeName === null ? [] : [`“${row.codeName}”`]), ...row.otherNames];
  const hidden = row.riskGroups.length - GROUPS_SHOWN;
  return (
    <div className={styles['cells']} role="none">
      <div role="gridcell" className={styles['nameCell']}>
        {isSelected !== null && (
          <Checkbox
            aria-label={t('row.select', { name: row.label })}
            value={isSelected}
            onChange={onSelect}
          />
        )}
        <Avatar name={row.label} kind={row.kind} photo={row.photo} size={2.125} />
        <div className={styles['lines']}>
          <Link
            to="/contacts/$id"
            params={{ id: row.id }}
            tabIndex={-1}
            preload={false}
            className={styles['name']}
          >
            <bdi>{row.label}</bdi>
            {row.state === 'draft' && <DraftPill />}
          </Link>
          <span className={styles['sub']}>
            {others.length > 0
              ? others.map((name, index) => (
                  <span key={name}>
                    {index > 0 && ' · '}
                    <bdi>{name}</bdi>
                  </span>
                ))
              : row.profession}
          </span>
        </div>
      </div>
      <div role="gridcell" className={cx(styles['lines'], styles['placeCell'])}>
        <bdi className={styles['small']}>{row.locality}</bdi>
        {row.remote && (
          <span className={styles['remote']}>
            <MapPin aria-hidden />
            {t('row.remote')}
          </span>
        )}
      </div>
      <div role="gridcell">
        <RiskPill level={row.riskLevel} />
      </div>
      <div role="gridcell" className={cx(styles['groups'], styles['groupsCell'])}>
        {row.riskGroups.slice(0, GROUPS_SHOWN).map((group) => (
          <Badge key={group}>{label('riskGroupShort', group)}</Badge>
        ))}
        {hidden > 0 && (
          <span
            className={styles['sub']}
            title={format.list(row.riskGroups.map((group) => label('riskGroup', group)))}
          >
            {t('row.moreGroups', { count: hidden })}
          </span>
        )}
      </div>
      <div role="gridcell" className={styles['lines']}>
        <span className={styles['small']}>
          {row.lastContactOn === null
            ? t('row.neverMet')
            : t('row.last', { when: format.relativeDate(row.lastContactOn) })}
        </span>
        <DuePill dueOn={row.nextContactDueOn} isPlain />
      </div>
      <div role="gridcell" className={styles['promisesCell']}>
        {row.openPromises > 0 && (
          <span
            className={cx(styles['promises'], styles['small'])}
            title={t('row.openPromises', { count: row.openPromises })}
          >
            <Handshake aria-hidden />
            {format.number(row.openPromises)}
            <span className="visually-hidden">
              {t('row.openPromises', { count: row.openPromises })}
            </span>
          </span>
        )}
      </div>
      <div role="gridcell" className={styles['consentCell']}>
        <MayHoldPill mayHold={row.mayHold} isShort />
      </div>
    </div>
  );
}
