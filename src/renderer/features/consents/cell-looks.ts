import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleEllipsis,
  CircleX,
  Clock,
  Hourglass,
  Scale,
  type LucideIcon,
} from 'lucide-react';
import type { MatrixCell } from './matrix.ts';

/** What a cell is drawn as: its state, with consent on a condition told apart from plain consent. */
export type CellLook = MatrixCell['state'] | 'liveIf';

export const CELL_ICONS: Record<CellLook, LucideIcon> = {
  live: CircleCheck,
  liveIf: CircleEllipsis,
  refused: CircleX,
  withdrawn: Ban,
  expired: Hourglass,
  'not-yet-in-force': Clock,
  'legitimate-basis': Scale,
  'wrong-audience': CircleDashed,
  'never-asked': CircleDashed,
};

export function cellLook(cell: MatrixCell): CellLook {
  return cell.state === 'live' && (cell.standing?.conditions ?? '') !== '' ? 'liveIf' : cell.state;
}

/** Whether something is to be kept back where the cell says yes: parts of the record, or from whom. */
export function keepsBack({ state, standing }: Pick<MatrixCell, 'state' | 'standing'>): boolean {
  if (state !== 'live' || standing === null) return false;
  return standing.withheld.length > 0 || (standing.withholdings ?? []).length > 0;
}
