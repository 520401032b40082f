import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  CircleDashed,
  Contact,
  FileDown,
  SearchX,
  UserRoundCheck,
  UserRoundPlus,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../shared/contract/contacts.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { VirtualList } from '../../components/VirtualList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ContactFilters } from './ContactFilters.tsx';
import { ContactListHead, ContactListRow } from './ContactListRow.tsx';
import type { ContactsSearch } from './routes.tsx';
import styles from './ContactsPage.module.css';

const route = getRouteApi('/contacts');

/** Every contact, to be narrowed and sorted; drafts from an import are taken in from here. */
export function ContactsPage(): ReactNode {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const navigate = useNavigate({ from: '/contacts' });
  const search = route.useSearch();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useContactList(listArg(search));
  const drafts = useCall(client.contacts.list, { states: ['draft'], limit: 0 });
  const activate = useAsk(client.contacts.activate);
  const done = useUndoToast();

  const onChange = useCallback(
    (change: ContactsSearch) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  );
  const rows = useMemo(() => list.data?.rows ?? [], [list.data]);
  const { matching = 0, total = 0 } = list.data ?? {};
  const shownDrafts = useMemo(() => rows.filter((row) => row.state === 'draft'), [rows]);
  const { text, kind, risk, group, tag, state } = search;
  const isNarrowed = [text, kind, risk, group, tag, state].some((value) => value !== undefined);
  const draftCount = drafts.data?.matching ?? 0;

  const select = (row: ContactRow, isOn: boolean): void => {
    const next = new Set(selected);
    if (isOn) next.add(row.id);
    else next.delete(row.id);
    setSelected(next);
  };
  const takeIn = async (): Promise<void> => {
    const ids = [...selected];
    const outcome = await activate.ask({ ids });
    if (!outcome.ok) return;
    setSelected(new Set());
    done(t('drafts.activated', { count: ids.length }), outcome.value.changeSetId);
  };

  if (list.data !== undefined && rows.length === 0 && !isNarrowed) {
    return (
      <Page>
        <PageHeader title={t('title')} />
        <EmptyState
          icon={Contact}
          title={t('empty.title')}
          actions={
            <>
              <ButtonLink to="/contacts/new" variant="primary" icon={UserRoundPlus}>
                {t('new')}
              </ButtonLink>
              <ButtonLink to="/imports" icon={FileDown}>
                {t('importFile')}
              </ButtonLink>
            </>
          }
        >
          {t('empty.body')}
        </EmptyState>
      </Page>
    );
  }

  return (
    <Page width="fill">
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ButtonLink to="/imports" icon={FileDown}>
              {t('importFile')}
            </ButtonLink>
            <ButtonLink to="/contacts/new" variant="primary" icon={UserRoundPlus}>
              {t('new')}
            </ButtonLink>
          </>
        }
      />
      <ContactFilters search={search} onChange={onChange} />
      <ErrorNotice error={list.error ?? activate.failure} onRetry={() => void list.refetch()} />
      <div className={styles['bar']}>
        <span role="status">
          {matching === total
            ? t('countShown', { count: total })
            : t('countOf', { shown: format.number(matching), total: format.number(total) })}
        </span>
        {draftCount > 0 && state !== 'draft' && selected.size === 0 && (
          <>
            <StatusPill icon={CircleDashed} tone="accent">
              {t('drafts.all', { count: draftCount })}
            </StatusPill>
            <Button size="sm" onPress={() => onChange({ state: 'draft' })}>
              {t('drafts.show')}
            </Button>
          </>
        )}
        {isNarrowed && (
          <Button
            size="sm"
            variant="quiet"
            onPress={() => void navigate({ search: { sort: search.sort }, replace: true })}
          >
            {t('filter.clear')}
          </Button>
        )}
        {selected.size > 0 ? (
          <>
            <span>{t('drafts.selected', { count: selected.size })}</span>
            <Button size="sm" variant="quiet" onPress={() => setSelected(new Set())}>
              {t('drafts.clear')}
            </Button>
            <Button
              size="sm"
              variant="primary"
              icon={UserRoundCheck}
              isPending={activate.pending}
              onPress={() => void takeIn()}
            >
              {t('drafts.activate')}
            </Button>
          </>
        ) : (
          shownDrafts.length > 0 &&
          state === 'draft' && (
            <Button
              size="sm"
              onPress={() => setSelected(new Set(shownDrafts.map((row) => row.id)))}
            >
              {t('drafts.selectAll')}
            </Button>
          )
        )}
      </div>
      {list.data === undefined && list.error === null ? (
        <Skeleton lines={9} blockSize="2.5rem" />
      ) : rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t('empty.noMatchTitle')} isCompact>
          {t('empty.noMatchBody')}
        </EmptyState>
      ) : (
        <div className={styles['list']}>
          <VirtualList
            label={t('list')}
            items={rows}
            keyOf={(row) => row.id}
            rowSize={3.3}
            head={<ContactListHead />}
            onOpen={(row) => void navigate({ to: '/contacts/$id', params: { id: row.id } })}
            onToggle={(row) => {
              if (row.state === 'draft') select(row, !selected.has(row.id));
            }}
            isSelected={(row) => selected.has(row.id)}
            renderRow={(row) => (
              <ContactListRow
                row={row}
                isSelected={row.state === 'draft' ? selected.has(row.id) : null}
                onSelect={(isOn) => select(row, isOn)}
              />
            )}
          />
        </div>
      )}
    </Page>
  );
}

type ListArg = Parameters<typeof client.contacts.list>[0];

/** More than a screen holds. */
const FIRST_ROWS = 100;

/** The first rows as soon as they are there, then all of them: a list of thousands takes a moment. */
function useContactList(arg: ListArg) {
  const first = useCall(
    client.contacts.list,
    { ...arg, limit: FIRST_ROWS },
    { keepPrevious: true },
  );
  const hasMore = !first.isPlaceholderData && (first.data?.matching ?? 0) > FIRST_ROWS;
  const all = useCall(client.contacts.list, arg, { enabled: hasMore });
  return hasMore && all.data !== undefined ? all : first;
}

function listArg(search: ContactsSearch): ListArg {
  return {
    ...(search.text === undefined ? {} : { text: search.text }),
    ...(search.kind === undefined ? {} : { kinds: [search.kind] }),
    ...(search.risk === undefined ? {} : { riskLevels: [search.risk] }),
    ...(search.group === undefined ? {} : { riskGroup: search.group }),
    ...(search.tag === undefined ? {} : { tag: search.tag }),
    ...(search.state === undefined ? {} : { states: [search.state] }),
    sortBy: search.sort === undefined || search.sort === 'name' ? 'label' : search.sort,
  };
}
