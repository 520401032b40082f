import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { DoorOpen, Handshake, Lock, MapPin, Pencil, Scale, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CustodyPage } from '../../../shared/contract/custody.ts';
import { daysBetween } from '../../../shared/model/cadence.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FactList } from '../../components/FactList.tsx';
import { RecordFiles } from '../../components/files/RecordFiles.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { CustodyPill } from './status-looks.tsx';
import { StopLine } from './StopLine.tsx';
import { VisitLine } from './VisitLine.tsx';
import styles from './custody.module.css';

/** One detention: where they are held, what is known of the case, who asked to visit. */
export function CustodyView(props: {
  readonly page: CustodyPage;
  /** What stands below the visits: the hearings. */
  readonly children?: ReactNode;
}): ReactNode {
  const { page, children } = props;
  const { t } = useTranslation('custody');
  const { custody, visits } = page;
  return (
    <div className={styles['column']}>
      <HeldNow page={page} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Card
            title={t('visits.title')}
            icon={Handshake}
            actions={
              <ButtonLink to="/visits/new" search={{ detention: custody.id }} size="sm">
                {t(visits.length === 0 ? 'visits.first' : 'visits.ask')}
              </ButtonLink>
            }
          >
            <VisitLine visits={visits} />
          </Card>
          {children}
        </div>
        <div className={styles['column']}>
          <Card title={t('places.title')} icon={MapPin}>
            <PlaceLine page={page} />
          </Card>
          <CaseFacts page={page} />
          <RecordFiles
            ownerType="custody"
            ownerId={custody.id}
            files={page.attachments}
            canChange
          />
        </div>
      </div>
    </div>
  );
}

function HeldNow({ page }: { readonly page: CustodyPage }): ReactNode {
  const { t } = useTranslation('custody');
  const format = useFormat();
  const remove = useAsk(client.custody.remove);
  const done = useUndoToast();
  const { id, state, since, releasedOn } = page.custody;
  const isFree = state === 'released';
  const days = daysBetween(since, releasedOn ?? localToday());
  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (outcome.ok) done(t('held.removed'), outcome.value.changeSetId);
  };
  return (
    <div className={styles['held']} data-free={isFree ? '' : undefined}>
      <span className={styles['heldIcon']}>
        {isFree ? <DoorOpen aria-hidden /> : <Lock aria-hidden />}
      </span>
      <div className={styles['heldWords']}>
        <p className={styles['heldWhere']}>
          <Where page={page} />
        </p>
        <p className={styles['heldSince']}>
          {releasedOn === null
            ? t('held.since', { date: format.date(since) })
            : t('held.from', { from: format.date(since), to: format.date(releasedOn) })}
          <span className={styles['days']}>{t('held.days', { count: days })}</span>
          <CustodyPill state={state} />
        </p>
      </div>
      <div className={styles['actions']}>
        {!isFree && (
          <ButtonLink
            to="/detentions/$id/edit"
            params={{ id }}
            search={{ release: true }}
            icon={DoorOpen}
          >
            {t('held.release')}
          </ButtonLink>
        )}
        <ButtonLink to="/detentions/$id/edit" params={{ id }} icon={Pencil}>
          {t('held.edit')}
        </ButtonLink>
        <Menu
          items={[
            {
              id: 'remove',
              label: t('held.remove'),
              icon: Trash2,
              isDangerous: true,
              onAction: () => void removeNow(),
            },
          ]}
        />
      </div>
      <ErrorNotice error={remove.failure} />
    </div>
  );
}

/** Where somebody is, in one line. */
function Where({ page }: { readonly page: CustodyPage }): ReactNode {
  const { t } = useTranslation('custody');
  const { state, places } = page.custody;
  if (state === 'released') return t('held.free');
  if (state === 'disappeared') return t('held.disappeared');
  if (state === 'unknown') return t('held.unknown');
  const place = places.at(-1)?.name;
  if (state === 'house-arrest' && place === undefined) return t('held.houseArrest');
  if (place === undefined) return t('held.somewhere');
  return <span dir="auto">{t('held.inSince', { place })}</span>;
}

function PlaceLine({ page }: { readonly page: CustodyPage }): ReactNode {
  const { t } = useTranslation('custody');
  const format = useFormat();
  const { state, places, releasedOn } = page.custody;
  if (places.length === 0) return <p className={styles['muted']}>{t('places.none')}</p>;
  const isHeld = state !== 'released';
  const stops = places.map(({ id, name, from, note }, index) => {
    const isLast = index === places.length - 1 && isHeld;
    return {
      key: id,
      look: isLast ? ('now' as const) : ('reached' as const),
      children: (
        <>
          <p className={styles['stopTitle']}>
            <bdi>{name}</bdi>
          </p>
          <p className={styles['stopNote']}>
            {from === null ? t('places.unknownDay') : format.date(from)}
            {isLast && ` · ${t(state === 'disappeared' ? 'places.last' : 'places.now')}`}
          </p>
          {note !== null && (
            <p className={styles['stopNote']} dir="auto">
              {note}
            </p>
          )}
        </>
      ),
    };
  });
  const release = {
    key: 'release',
    look: 'reached' as const,
    children: (
      <>
        <p className={styles['stopTitle']}>{t('places.released')}</p>
        <p className={styles['stopNote']}>{releasedOn !== null && format.date(releasedOn)}</p>
      </>
    ),
  };
  return (
    <StopLine label={t('places.title')} stops={releasedOn === null ? stops : [...stops, release]} />
  );
}

function CaseFacts({ page }: { readonly page: CustodyPage }): ReactNode {
  const { t } = useTranslation('custody');
  const label = useLabel();
  const { custody, lawyerLabel, familyLabel } = page;
  const { state, authority, caseReference, charges, releaseConditions, note } = custody;
  const facts = [
    { label: t('form.state'), value: label('custodyState', state) },
    { label: t('facts.authority'), value: authority && <bdi>{authority}</bdi> },
    { label: t('facts.caseReference'), value: caseReference && <bdi>{caseReference}</bdi> },
    { label: t('facts.charges'), value: longText(charges) },
    {
      label: t('facts.lawyer'),
      value: whoever(custody.lawyerContactId, lawyerLabel, custody.lawyerName),
    },
    {
      label: t('facts.family'),
      value: whoever(custody.familyContactId, familyLabel, custody.familyName),
    },
    { label: t('facts.conditions'), value: longText(releaseConditions) },
    { label: t('facts.note'), value: longText(note) },
  ];
  return (
    <Card title={t('facts.title')} icon={Scale}>
      <FactList facts={facts} />
    </Card>
  );
}

function longText(text: string): ReactNode {
  return text.trim() === '' ? null : (
    <span className={styles['text']} dir="auto">
      {text}
    </span>
  );
}

/** Somebody close: a contact, with a name that was written down as well. */
function whoever(id: string | null, label: string | null, name: string | null): ReactNode {
  if (id === null && name === null) return null;
  return (
    <>
      {id !== null && (
        <Link to="/contacts/$id" params={{ id }}>
          <bdi>{label}</bdi>
        </Link>
      )}
      {id !== null && name !== null && ' · '}
      {name !== null && <bdi>{name}</bdi>}
    </>
  );
}
