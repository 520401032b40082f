import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { FileInput, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../../shared/contract/bundles.ts';
import { useDraft, type Draft } from '../../../api/use-draft.ts';
import { Button } from '../../../components/Button.tsx';
import { KeyHint } from '../../../components/KeyHint.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { DraftNotice, DraftState } from '../../../components/forms/DraftNotice.tsx';
import { FormBar } from '../../../components/forms/Form.tsx';
import type { MergeChoice } from '../../../../shared/contract/bundles.ts';
import type { TakeInWords } from '../use-take-in-words.ts';
import { ConflictView } from './ConflictView.tsx';
import { DeskList } from './DeskList.tsx';
import { readMergeDraft, standingChoices, type MergeDraft } from './merge-draft.ts';
import { useDesk, type DeskInUse } from './use-desk.ts';
import styles from './merge.module.css';

export interface MergeDeskProps {
  readonly preview: ImportPreview;
  readonly isApplying: boolean;
  /** What the button that takes the bundle in says. */
  readonly takeIn: TakeInWords;
  /** Takes the bundle in with these decisions; true once it is. */
  readonly onTakeIn: (decisions: MergeDraft['decisions']) => Promise<boolean>;
  readonly onBack: () => void;
}

/** Where the officer says what holds of everything both sides changed, one thing at a time. */
export function MergeDesk(props: MergeDeskProps): ReactNode {
  const { bundleId, sender, conflicts } = props.preview;
  const form = useForm<MergeDraft>({
    defaultValues: { sender: sender.name, total: conflicts.length, decisions: [] },
  });
  const draft = useDraft(form, { form: 'merge', key: bundleId, read: readMergeDraft });
  if (!draft.ready) return <Skeleton lines={8} />;
  return (
    <Desk
      {...props}
      draft={draft}
      begun={form.getValues('decisions')}
      onChange={(decisions) => form.setValue('decisions', decisions, { shouldDirty: true })}
    />
  );
}

interface DeskProps extends MergeDeskProps {
  readonly draft: Draft;
  readonly begun: MergeDraft['decisions'];
  readonly onChange: (decisions: MergeDraft['decisions']) => void;
}

function Desk(props: DeskProps): ReactNode {
  const { preview, draft, isApplying } = props;
  const { t } = useTranslation('merge');
  const { conflicts, sender } = preview;
  const inUse = useDesk(conflicts, standingChoices({ decisions: props.begun }, conflicts), (made) =>
    props.onChange(decisionsOf(made)),
  );
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  const decided = inUse.desk.choices.size;
  const isDone = decided === conflicts.length;

  const takeIn = async (): Promise<void> => {
    if (await props.onTakeIn(decisionsOf(inUse.desk.choices))) await draft.finish();
  };
  return (
    <section
      ref={region}
      tabIndex={-1}
      className={styles['desk']}
      aria-label={t('desk.label')}
      onKeyDown={(event) => onDeskKey(event, inUse)}
    >
      <DraftNotice
        draft={{
          ...draft,
          discard: async () => {
            await draft.discard();
            inUse.clear();
          },
        }}
      />
      <div className={styles['deskHead']}>
        <ProgressBar
          label={t('desk.progress', { decided, total: conflicts.length })}
          done={decided}
          total={conflicts.length}
        />
        <Keys />
      </div>
      <p role="status" className="visually-hidden">
        {inUse.said}
      </p>
      <div className={styles['split']}>
        {inUse.shown !== undefined && (
          <ConflictView inUse={inUse} conflict={inUse.shown} sender={sender.name} />
        )}
        <DeskList inUse={inUse} />
      </div>
      <FormBar note={<DraftState draft={draft} />}>
        <Button isDisabled={isApplying} onPress={props.onBack}>
          {t('desk.back')}
        </Button>
        <Button icon={Undo2} isDisabled={inUse.desk.steps.length === 0} onPress={inUse.undo}>
          {t('desk.takeBack')}
        </Button>
        <Button
          variant={props.takeIn.isRisky ? 'danger' : 'primary'}
          icon={FileInput}
          isDisabled={!isDone}
          isPending={isApplying}
          onPress={() => void takeIn()}
        >
          {props.takeIn.label}
        </Button>
      </FormBar>
    </section>
  );
}

function decisionsOf(choices: ReadonlyMap<string, MergeChoice>): MergeDraft['decisions'] {
  return [...choices].map(([key, choice]) => ({ key, choice }));
}

const CHOICE_KEYS: Readonly<Record<string, MergeChoice>> = { 1: 'mine', 2: 'theirs', 3: 'both' };

/** The keys of the desk, from anywhere in it but the list, which has the arrows to itself. */
function onDeskKey(event: KeyboardEvent, inUse: DeskInUse): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const choice = CHOICE_KEYS[event.key];
  const isInList = (event.target as HTMLElement).closest('[role=grid]') !== null;
  if (choice !== undefined) inUse.decide(choice);
  else if (event.key.toLowerCase() === 'u') inUse.undo();
  else if (event.key === 'ArrowDown' && !isInList) inUse.goTo(inUse.index + 1);
  else if (event.key === 'ArrowUp' && !isInList) inUse.goTo(inUse.index - 1);
  else return;
  event.preventDefault();
}

function Keys(): ReactNode {
  const { t } = useTranslation('merge');
  return (
    <p className={styles['keys']}>
      <span>
        <KeyHint keys={['↑', '↓']} /> {t('desk.keyMove')}
      </span>
      <span>
        <KeyHint keys={['1', '2', '3']} /> {t('desk.keyChoose')}
      </span>
      <span>
        <KeyHint keys={['U']} /> {t('desk.keyUndo')}
      </span>
    </p>
  );
}
