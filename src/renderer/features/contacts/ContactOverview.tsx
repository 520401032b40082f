import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarClock, IdCard, NotebookText, Scale, ShieldCheck } from 'lucide-react';
import type { ContactPage } from '../../../shared/contract/contacts.ts';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { DuePill, PeacefulMeansPill } from '../../components/status-pills.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { OrganisationEntry } from '../directory/OrganisationEntry.tsx';
import { scriptTag } from './script.ts';
import styles from './ContactPage.module.css';

/** What the record says, in cards: the rhythm, who they are, the finding, the notes. */
export function ContactOverview({ page }: { readonly page: ContactPage }): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const format = useFormat();
  const { contact, row } = page;
  const { peacefulMeans, legitimateBasis } = contact;
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <Card title={t('facts.notes')} icon={NotebookText}>
          {contact.notes === '' ? (
            <p className={styles['muted']}>{t('facts.noNotes')}</p>
          ) : (
            <p className={styles['notes']} dir="auto">
              {contact.notes}
            </p>
          )}
        </Card>
        <Card title={t('facts.about')} icon={IdCard}>
          <FactList
            facts={[
              {
                label: t('facts.names'),
                value: (
                  <ul>
                    {contact.names.map((name) => (
                      <li key={name.id}>
                        <bdi lang={scriptTag(name.script)}>{name.text}</bdi>{' '}
                        <span className={styles['muted']}>{label('nameKind', name.kind)}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
              { label: t('facts.kind'), value: label('contactKind', contact.kind) },
              {
                label: t('facts.organisationType'),
                value:
                  contact.organisationType && label('organisationType', contact.organisationType),
              },
              { label: t('facts.profession'), value: contact.profession },
              { label: t('facts.locality'), value: contact.locality },
              {
                label: t('facts.country'),
                value: contact.country && format.country(contact.country),
              },
              { label: t('facts.remote'), value: contact.remote ? t('facts.remoteYes') : null },
              {
                label: t('facts.groups'),
                value: contact.riskGroups.length > 0 && (
                  <span className={styles['badges']}>
                    {contact.riskGroups.map((group) => (
                      <Badge key={group}>{label('riskGroup', group)}</Badge>
                    ))}
                  </span>
                ),
              },
              {
                label: t('facts.tags'),
                value: contact.tags.length > 0 && (
                  <span className={styles['badges']}>
                    {contact.tags.map((tag) => (
                      <Badge key={tag}>
                        <bdi>{tag}</bdi>
                      </Badge>
                    ))}
                  </span>
                ),
              },
              { label: t('facts.created'), value: format.instant(page.createdAt) },
              { label: t('facts.changed'), value: format.instant(page.changedAt) },
            ]}
          />
        </Card>
      </div>
      <div className={styles['column']}>
        <OrganisationEntry contact={contact} />
        <Card title={t('facts.rhythm')} icon={CalendarClock}>
          <FactList
            facts={[
              {
                label: t('facts.rhythm'),
                value:
                  contact.contactEveryDays === null
                    ? null
                    : t('facts.every', { count: contact.contactEveryDays }),
              },
              {
                label: t('facts.last'),
                value:
                  row.lastContactOn === null
                    ? t('facts.never')
                    : `${format.date(row.lastContactOn)} · ${format.relativeDate(row.lastContactOn)}`,
              },
              {
                label: t('facts.next'),
                value: row.nextContactDueOn && <DuePill dueOn={row.nextContactDueOn} />,
              },
              {
                label: t('facts.promises'),
                value: row.openPromises > 0 ? format.number(row.openPromises) : null,
              },
            ]}
          />
        </Card>
        <Card title={t('facts.peaceful')} icon={ShieldCheck}>
          <FactList
            facts={[
              {
                label: t('form.status'),
                value: <PeacefulMeansPill status={peacefulMeans.status} />,
              },
              { label: t('facts.assessedBy'), value: peacefulMeans.assessedBy },
              {
                label: t('facts.assessedOn'),
                value: peacefulMeans.assessedOn && format.date(peacefulMeans.assessedOn),
              },
              {
                label: t('facts.ground'),
                value: peacefulMeans.ground !== '' && (
                  <span className={styles['notes']} dir="auto">
                    {peacefulMeans.ground}
                  </span>
                ),
              },
            ]}
          />
        </Card>
        {legitimateBasis !== null && (
          <Card title={t('facts.basis')} icon={Scale}>
            <FactList
              facts={[
                {
                  label: t('form.basisGround'),
                  value: label('legitimateGround', legitimateBasis.ground),
                },
                {
                  label: t('facts.explanation'),
                  value: <span dir="auto">{legitimateBasis.explanation}</span>,
                },
              ]}
            />
          </Card>
        )}
      </div>
    </div>
  );
}
