import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../shared/contract/records.ts';
import { RECORD_TYPES, type RecordType } from '../../../shared/model/record-type.ts';
import { client } from '../../api/client.ts';
import { lockVault } from '../../api/lock.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { fold } from '../../components/fold.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { COMMANDS, PLACES, type Command } from './commands.ts';
import { ownTarget, targetFromHistory, type HitTarget } from './hit-target.ts';
import { RECORD_ICONS } from './record-icons.ts';
import styles from './SearchPalette.module.css';

const TYPING_PAUSE_MS = 90;

export interface SearchPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Search over every record, and commands, from anywhere: Ctrl or ⌘ with K. */
export function SearchPalette({ isOpen, onClose }: SearchPaletteProps): ReactNode {
  const { t } = useTranslation('search');
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('title')} className={styles['dialog'] ?? ''}>
          <div
            className={styles['frame']}
            // Before the field, which would only empty itself.
            onKeyDownCapture={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onClose();
            }}
          >
            <Palette onClose={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['search', 'shell']);
  const label = useLabel();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = usePaused(text.trim(), TYPING_PAUSE_MS);
  const found = useCall(
    client.search.query,
    { text: asked, limit: 40 },
    { enabled: asked !== '', keepPrevious: true },
  );
  const groups = useMemo(() => byType(asked === '' ? [] : (found.data ?? [])), [asked, found.data]);
  const commands = COMMANDS.filter(({ id }) => {
    const name = fold(t(`command.${id}`));
    return fold(text)
      .split(' ')
      .every((word) => name.includes(word));
  });
  // Places are found by name; unasked, the side shows them.
  const places = PLACES.filter(({ name }) => {
    const words = fold(t(`shell:nav.${name}`));
    return asked !== '' && fold(text).trim() !== '' && words.includes(fold(text).trim());
  });
  const isNothing =
    asked !== '' &&
    !found.isFetching &&
    groups.length === 0 &&
    commands.length === 0 &&
    places.length === 0;

  const go = (target: HitTarget): void => {
    onClose();
    if (target.to === '/contacts/$id') {
      const search = target.tab === undefined ? {} : { tab: target.tab };
      void navigate({ to: target.to, params: { id: target.id }, search });
    } else if ('id' in target) void navigate({ to: target.to, params: { id: target.id } });
    else void navigate({ to: target.to });
  };
  const open = async (hit: SearchHit): Promise<void> => {
    const own = ownTarget(hit);
    if (own !== null) return go(own);
    const past = await client.history.ofRecord({ type: hit.type, id: hit.id });
    return go(past.ok ? targetFromHistory(hit, past.value) : { to: '/history' });
  };
  const run = (command: Command): void => {
    onClose();
    if (command.to === null) void lockVault();
    else void navigate({ to: command.to });
  };

  return (
    <Autocomplete inputValue={text} onInputChange={setText} disableVirtualFocus={false}>
      <SearchField aria-label={t('title')} autoFocus className={styles['field'] ?? ''}>
        <Search aria-hidden />
        <Input
          className={styles['input'] ?? ''}
          placeholder={t('placeholder')}
          dir="auto"
          spellCheck={false}
        />
      </SearchField>
      <ErrorNotice error={found.error} />
      {isNothing && <p className={styles['none']}>{t('noHits', { text: asked })}</p>}
      <ScrollRegion className={styles['list']} label={t('results')}>
        <Menu
          aria-label={t('results')}
          className={styles['menu'] ?? ''}
          renderEmptyState={() => null}
        >
          {groups.map(([type, hits]) => (
            <MenuSection key={type} id={type}>
              <Header className={styles['group'] ?? ''}>{label('recordTypePlural', type)}</Header>
              {hits.map((hit) => (
                <Hit key={hit.id} hit={hit} onOpen={() => void open(hit)} />
              ))}
            </MenuSection>
          ))}
          {places.length > 0 && (
            <MenuSection id="places">
              <Header className={styles['group'] ?? ''}>{t('places')}</Header>
              {places.map((place) => (
                <MenuItem
                  key={place.name}
                  id={`place/${place.name}`}
                  textValue={t(`shell:nav.${place.name}`)}
                  className={styles['item'] ?? ''}
                  onAction={() => {
                    onClose();
                    void navigate({ to: place.to });
                  }}
                >
                  <place.icon aria-hidden />
                  <span className={styles['words']}>
                    <span className={styles['title']}>{t(`shell:nav.${place.name}`)}</span>
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {commands.length > 0 && (
            <MenuSection id="commands">
              <Header className={styles['group'] ?? ''}>{t('commands')}</Header>
              {commands.map((command) => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  textValue={t(`command.${command.id}`)}
                  className={styles['item'] ?? ''}
                  onAction={() => run(command)}
                >
                  <command.icon aria-hidden />
                  <span className={styles['words']}>
                    <span className={styles['title']}>{t(`command.${command.id}`)}</span>
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </ScrollRegion>
      <div className={styles['foot']} aria-hidden>
        <span>
          <KeyHint keys={['↑', '↓']} />
          {t('keys.move')}
        </span>
        <span>
          <KeyHint keys={['enter']} />
          {t('keys.open')}
        </span>
        <span>
          <KeyHint keys={['esc']} />
          {t('keys.close')}
        </span>
      </div>
    </Autocomplete>
  );
}

function Hit({ hit, onOpen }: { readonly hit: SearchHit; readonly onOpen: () => void }): ReactNode {
  const Icon = RECORD_ICONS[hit.type];
  return (
    <MenuItem
      id={`${hit.type}/${hit.id}`}
      textValue={hit.title}
      className={styles['item'] ?? ''}
      onAction={onOpen}
    >
      <Icon aria-hidden />
      <span className={styles['words']}>
        <bdi className={styles['title']}>{hit.title}</bdi>
        {hit.snippet.length > 0 && (
          <span className={styles['snippet']} dir="auto">
            {hit.snippet.map((part, index) =>
              part.hit ? <mark key={index}>{part.text}</mark> : part.text,
            )}
          </span>
        )}
      </span>
    </MenuItem>
  );
}

/** Hits by type of record, in the order in which the best of each type came. */
function byType(hits: readonly SearchHit[]): [RecordType, SearchHit[]][] {
  const groups = new Map<RecordType, SearchHit[]>();
  for (const hit of hits) groups.set(hit.type, [...(groups.get(hit.type) ?? []), hit]);
  return [...groups].filter(([type]) => RECORD_TYPES.includes(type));
}

/** A value once it has not changed for a moment. */
function usePaused(value: string, pauseMs: number): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return paused;
}
