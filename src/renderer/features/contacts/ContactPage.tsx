import { lazy, Suspense, useState, type ReactNode } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  Archive,
  BookOpen,
  CalendarPlus,
  CircleSlash2,
  Eraser,
  HandHelping,
  ImageMinus,
  ImagePlus,
  ListPlus,
  Pencil,
  Quote,
  Trash2,
  UserRoundCheck,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactPage as ContactPageData } from '../../../shared/contract/contacts.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import {
  DraftPill,
  MayHoldPill,
  PeacefulMeansPill,
  RiskPill,
} from '../../components/status-pills.tsx';
import { Badge, StatusPill } from '../../components/StatusPill.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { HeldElsewhere } from '../entrustments/HeldElsewhere.tsx';
import { ContactFiles } from './ContactFiles.tsx';
import { ContactOverview } from './ContactOverview.tsx';
import { ContactRelationships } from './ContactRelationships.tsx';
import { CONTACT_TABS, type ContactTab } from './routes.tsx';
import { SafeContactCard } from './SafeContactCard.tsx';
import { scriptTag } from './script.ts';
import styles from './ContactPage.module.css';

const ContactMeetings = lazy(async () => ({
  default: (await import('../meetings/ContactMeetings.tsx')).ContactMeetings,
}));
const ContactConsent = lazy(async () => ({
  default: (await import('../consents/ContactConsent.tsx')).ContactConsent,
}));
const ContactRisk = lazy(async () => ({
  default: (await import('../risks/ContactRisk.tsx')).ContactRisk,
}));
const ContactActions = lazy(async () => ({
  default: (await import('../actions/ContactActions.tsx')).ContactActions,
}));
const ContactBacklash = lazy(async () => ({
  default: (await import('../impact/ContactBacklash.tsx')).ContactBacklash,
}));
const ContactCustody = lazy(async () => ({
  default: (await import('../custody/ContactCustody.tsx')).ContactCustody,
}));
const WentOut = lazy(async () => ({
  default: (await import('../history/WentOut.tsx')).WentOut,
}));
const RecordHistory = lazy(async () => ({
  default: (await import('../history/RecordHistory.tsx')).RecordHistory,
}));

const route = getRouteApi('/contacts/$id');

/** One contact: how to reach them safely first, then everything recorded about them. */
export function ContactPage(): ReactNode {
  const { t } = useTranslation('contacts');
  const { id } = route.useParams();
  const page = useCall(client.contacts.page, { id });
  const back = <BackLink to="/contacts">{t('title')}</BackLink>;
  if (page.data === undefined) {
    return (
      <Page>
        <PageHeader title={t('title')} back={back} />
        {page.error === null ? (
          <Skeleton lines={7} blockSize="1.6rem" />
        ) : (
          <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page>
      <ContactHead page={page.data} back={back} />
      <div className={styles['stack']}>
        <HeldElsewhere contactId={page.data.contact.id} />
        <SafeContactCard page={page.data} />
        <ContactTabs page={page.data} />
      </div>
    </Page>
  );
}

function ContactHead(props: {
  readonly page: ContactPageData;
  readonly back: ReactNode;
}): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const format = useFormat();
  const { contact, row } = props.page;
  const others = contact.names.filter((name) => name.text !== row.label);
  const shown = contact.names.find((name) => name.text === row.label);
  const activate = useAsk(client.contacts.activate);
  const done = useUndoToast();

  const takeIn = async (): Promise<void> => {
    const outcome = await activate.ask({ ids: [contact.id] });
    if (outcome.ok) done(t('drafts.pageActivated'), outcome.value.changeSetId);
  };

  return (
    <>
      <PageHeader
        title={row.label}
        back={props.back}
        heading={
          <span className={styles['heading']}>
            <Avatar name={row.label} kind={row.kind} photo={row.photo} size={3.25} />
            <span className={styles['names']}>
              <bdi lang={scriptTag(shown?.script ?? null)}>{row.label}</bdi>
              {others.length > 0 && (
                <span className={styles['others']}>
                  {others.map((name, index) => (
                    <span key={name.id}>
                      {index > 0 && ' · '}
                      <bdi lang={scriptTag(name.script)}>{name.text}</bdi>
                    </span>
                  ))}
                </span>
              )}
            </span>
          </span>
        }
        lead={
          <div className={styles['pills']}>
            {contact.state === 'draft' && <DraftPill />}
            {contact.state === 'archived' && (
              <StatusPill icon={Archive}>{t('page.archived')}</StatusPill>
            )}
            {contact.dissolvedOn !== null && (
              <StatusPill icon={CircleSlash2} tone="warning">
                {t('page.dissolved', { date: format.date(contact.dissolvedOn) })}
              </StatusPill>
            )}
            {contact.codeName !== null && (
              <StatusPill icon={Quote} tone="accent">
                {t('page.codeName')} <bdi>{contact.codeName}</bdi>
              </StatusPill>
            )}
            <RiskPill level={contact.riskLevel} />
            <PeacefulMeansPill status={contact.peacefulMeans.status} />
            <MayHoldPill mayHold={row.mayHold} />
            {contact.riskGroups.map((group) => (
              <Badge key={group}>{label('riskGroup', group)}</Badge>
            ))}
          </div>
        }
        actions={<ContactActionsMenu page={props.page} />}
      />
      {contact.state === 'draft' && (
        <Banner
          tone="info"
          actions={
            <Button
              size="sm"
              variant="primary"
              icon={UserRoundCheck}
              isPending={activate.pending}
              onPress={() => void takeIn()}
            >
              {t('drafts.pageActivate')}
            </Button>
          }
        >
          {t('drafts.pageNote')}
        </Banner>
      )}
      <ErrorNotice error={activate.failure} />
    </>
  );
}

function ContactActionsMenu({ page }: { readonly page: ContactPageData }): ReactNode {
  const { t } = useTranslation(['contacts', 'erasure']);
  const navigate = useNavigate();
  const { contact, row } = page;
  const [isRemoving, setRemoving] = useState(false);
  const choose = useAsk(client.host.chooseFile);
  const setPhoto = useAsk(client.contacts.setPhoto);
  const remove = useAsk(client.contacts.remove);
  const done = useUndoToast();

  const choosePhoto = async (): Promise<void> => {
    const chosen = await choose.ask({ purpose: 'open-photo' });
    if (!chosen.ok) return;
    const outcome = await setPhoto.ask({ id: contact.id, file: chosen.value.token });
    if (outcome.ok) done(t('page.photoSet'), outcome.value.changeSetId);
  };
  const dropPhoto = async (): Promise<void> => {
    const outcome = await setPhoto.ask({ id: contact.id, file: null });
    if (outcome.ok) done(t('page.photoRemoved'), outcome.value.changeSetId);
  };
  const removeContact = async (): Promise<void> => {
    const outcome = await remove.ask({ id: contact.id });
    if (!outcome.ok) return;
    setRemoving(false);
    done(t('page.removed', { name: row.label }), outcome.value.changeSetId);
    await navigate({ to: '/contacts' });
  };

  return (
    <>
      <ButtonLink to="/meetings/new" search={{ contact: contact.id }} icon={CalendarPlus}>
        {t('page.logMeeting')}
      </ButtonLink>
      <ButtonLink to="/actions/new" search={{ contact: contact.id }} icon={ListPlus}>
        {t('page.planAction')}
      </ButtonLink>
      <ButtonLink
        to="/contacts/$id/edit"
        params={{ id: contact.id }}
        variant="primary"
        icon={Pencil}
      >
        {t('page.edit')}
      </ButtonLink>
      <Menu
        items={[
          {
            id: 'brief',
            label: t('page.brief'),
            icon: BookOpen,
            onAction: () => void navigate({ to: '/brief', search: { contact: contact.id } }),
          },
          ...(contact.directory === null
            ? [
                {
                  id: 'refer',
                  label: t('page.refer'),
                  icon: HandHelping,
                  onAction: () =>
                    void navigate({
                      to: '/actions/new',
                      search: { contact: contact.id, type: 'ngo-referral' },
                    }),
                },
              ]
            : []),
          {
            id: 'photo',
            label: t('page.setPhoto'),
            icon: ImagePlus,
            onAction: () => void choosePhoto(),
          },
          ...(contact.photo === null
            ? []
            : [
                {
                  id: 'no-photo',
                  label: t('page.removePhoto'),
                  icon: ImageMinus,
                  onAction: () => void dropPhoto(),
                },
              ]),
          {
            id: 'forget',
            label: t('erasure:menu'),
            icon: Eraser,
            isDangerous: true,
            onAction: () =>
              void navigate({ to: '/contacts/$id/forget', params: { id: contact.id } }),
          },
          {
            id: 'remove',
            label: t('page.remove'),
            icon: Trash2,
            isDangerous: true,
            onAction: () => setRemoving(true),
          },
        ]}
      />
      <ErrorNotice error={choose.failure ?? setPhoto.failure} />
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        onConfirm={() => void removeContact()}
        title={t('page.removeTitle', { name: row.label })}
        confirmLabel={t('page.remove')}
        isDangerous
        isPending={remove.pending}
      >
        <p>{t('page.removeBody')}</p>
        <ErrorNotice error={remove.failure} />
      </ConfirmDialog>
    </>
  );
}

function ContactTabs({ page }: { readonly page: ContactPageData }): ReactNode {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate({ from: '/contacts/$id' });
  const { tab = 'overview' } = route.useSearch();
  const { id } = page.contact;
  const panels: Readonly<Record<ContactTab, ReactNode>> = {
    overview: <ContactOverview page={page} />,
    meetings: <ContactMeetings contactId={id} />,
    consent: <ContactConsent contactId={id} />,
    risk: <ContactRisk contactId={id} />,
    actions: (
      <div className={styles['stack']}>
        <ContactActions contactId={id} />
        <ContactBacklash contactId={id} />
      </div>
    ),
    detention: <ContactCustody contactId={id} />,
    relationships: <ContactRelationships page={page} />,
    files: <ContactFiles page={page} />,
    history: (
      <>
        <WentOut contactId={id} />
        <RecordHistory type="contact" id={id} />
      </>
    ),
  };
  const counts: Partial<Record<ContactTab, number>> = {
    relationships: page.relationships.length,
    files: page.attachments.length,
  };
  return (
    <Tabs
      label={t('page.tabs')}
      selected={tab}
      onSelect={(next) =>
        void navigate({
          search: { tab: CONTACT_TABS.find((one) => one === next && one !== 'overview') },
          replace: true,
        })
      }
      items={CONTACT_TABS.map((name) => ({
        id: name,
        label: t(`page.${name}`),
        count: counts[name],
        content: <Suspense fallback={<Skeleton lines={5} />}>{panels[name]}</Suspense>,
      }))}
    />
  );
}
