import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../history/use-words.ts';
import type { ImportConflict, MergeChoice } from '../../../../shared/contract/bundles.ts';
import {
  alike,
  canChoose,
  choose,
  deskRows,
  deskWith,
  nextOpen,
  takeBack,
  type Desk,
  type DeskRow,
} from './desk.ts';

export interface DeskInUse {
  readonly rows: readonly DeskRow[];
  readonly desk: Desk;
  /** The row that is shown. */
  readonly index: number;
  readonly shown: ImportConflict | undefined;
  /** The other undecided conflicts that are like the one shown. */
  readonly others: readonly ImportConflict[];
  readonly forAll: boolean;
  readonly setForAll: (forAll: boolean) => void;
  readonly goTo: (index: number) => void;
  /** Settles the one shown, or all like it, and goes on to the next that is open. */
  readonly decide: (choice: MergeChoice) => void;
  readonly undo: () => void;
  readonly clear: () => void;
  /** What has just been done, for who does not see it. */
  readonly said: string;
}

/**
 * The merge desk at work: where the officer is, what is decided, and what each key does.
 * @param onChange Gets the decisions after each step, to be kept.
 */
export function useDesk(
  conflicts: readonly ImportConflict[],
  begun: ReadonlyMap<string, MergeChoice>,
  onChange: (choices: ReadonlyMap<string, MergeChoice>) => void,
): DeskInUse {
  const { t } = useTranslation('merge');
  const { reference } = useWords();
  const rows = useMemo(() => deskRows(conflicts, reference), [conflicts, reference]);
  const ordered = useMemo(() => rows.map(({ conflict }) => conflict), [rows]);
  const [desk, setDesk] = useState<Desk>(() => deskWith(begun));
  const [at, setAt] = useState<string | null>(null);
  const [forAll, setForAll] = useState(false);
  const [said, setSaid] = useState('');

  const found = ordered.findIndex(({ key }) => key === at);
  const index = found >= 0 ? found : (nextOpen(desk, ordered, -1) ?? 0);
  const shown = ordered[index];
  const others = useMemo(
    () =>
      shown === undefined
        ? []
        : alike(desk, ordered, shown).filter((conflict) => conflict.key !== shown.key),
    [desk, ordered, shown],
  );

  const keep = (next: Desk): void => {
    setDesk(next);
    onChange(next.choices);
  };
  const goTo = (to: number): void => {
    setForAll(false);
    setAt(ordered[Math.max(0, Math.min(ordered.length - 1, to))]?.key ?? null);
  };
  const decide = (choice: MergeChoice): void => {
    if (shown === undefined) return;
    if (!canChoose(shown, choice)) {
      setSaid(t('said.cannotBoth'));
      return;
    }
    const settled = forAll ? [shown, ...others] : [shown];
    const next = choose(desk, shown, settled, choice);
    const count = settled.filter((conflict) => canChoose(conflict, choice)).length;
    keep(next);
    goTo(nextOpen(next, ordered, index) ?? index);
    setSaid(t(`said.${choice}`, { count }));
  };
  const undo = (): void => {
    const before = takeBack(desk);
    if (before === null) {
      setSaid(t('said.nothingToTakeBack'));
      return;
    }
    keep(before.desk);
    setForAll(false);
    setAt(before.at);
    setSaid(t('said.takenBack'));
  };
  const clear = (): void => {
    setDesk(deskWith(new Map()));
    setAt(null);
  };
  return { rows, desk, index, shown, others, forAll, setForAll, goTo, decide, undo, clear, said };
}
