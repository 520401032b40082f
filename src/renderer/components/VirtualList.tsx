import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import styles from './VirtualList.module.css';

export interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** One row's cells, each with `role="gridcell"`. */
  readonly renderRow: (item: Item, state: { readonly isActive: boolean }) => ReactNode;
  /** The head's cells, each with `role="columnheader"`. */
  readonly head?: ReactNode;
  /** Expected height of a row, in rem. */
  readonly rowSize: number;
  /** Enter, or a click on a row outside its own controls. */
  readonly onOpen: (item: Item) => void;
  /** Space on the active row. */
  readonly onToggle?: ((item: Item) => void) | undefined;
  readonly isSelected?: ((item: Item) => boolean) | undefined;
  /** The end is near: load more, if there is more. May be called many times. */
  readonly onNearEnd?: (() => void) | undefined;
  /** Its rows are a table wider than a small window; what is hidden is reached sideways. */
  readonly scrollsSideways?: boolean | undefined;
  readonly ref?: Ref<VirtualListHandle> | undefined;
}

export interface VirtualListHandle {
  readonly focus: () => void;
}

/** Rows before the end at which more are asked for. */
const NEAR_END_ROWS = 20;
const OWN_CONTROL = 'a, button, input, label, [role=checkbox]';

/** A long list of which only the visible rows exist; a grid with one active row for the keyboard. */
export function VirtualList<Item>(props: VirtualListProps<Item>): ReactNode {
  const { items, keyOf, rowSize, onOpen, onToggle, isSelected } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const rowPx = rowSize * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const headPx = head.current?.offsetHeight ?? 0;

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: 8,
    scrollPaddingStart: headPx,
  });

  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? -1;
  const { onNearEnd } = props;
  useEffect(() => {
    if (onNearEnd && items.length > 0 && lastShown >= items.length - NEAR_END_ROWS) onNearEnd();
  }, [onNearEnd, lastShown, items.length]);

  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus() }), []);
  useEffect(() => {
    setActive((index) => Math.min(index, Math.max(0, items.length - 1)));
  }, [items.length]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current || event.altKey || event.metaKey || event.ctrlKey) return;
    const page = Math.max(1, Math.floor((scroller.current.clientHeight - headPx) / rowPx) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    };
    const item = items[active];
    const target = moves[event.key];
    if (target !== undefined) {
      const next = Math.max(0, Math.min(items.length - 1, target));
      setActive(next);
      virtual.scrollToIndex(next);
    } else if (event.key === 'Enter' && item !== undefined) onOpen(item);
    else if (event.key === ' ' && item !== undefined && onToggle) onToggle(item);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={items.length + (props.head === undefined ? 0 : 1)}
      aria-multiselectable={isSelected ? true : undefined}
      aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={styles['scroller']}
      data-scroll={props.scrollsSideways === true ? 'sideways' : undefined}
      onKeyDown={onKeyDown}
    >
      {props.head !== undefined && (
        <div ref={head} role="row" aria-rowindex={1} className={styles['head']}>
          {props.head}
        </div>
      )}
      <div
        role="rowgroup"
        className={styles['rows']}
        style={{ blockSize: `${virtual.getTotalSize()}px` }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index] as Item;
          return (
            <div
              key={key}
              id={`${id}-${index}`}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + (props.head === undefined ? 1 : 2)}
              aria-selected={isSelected?.(item)}
              data-active={index === active ? '' : undefined}
              className={styles['row']}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => {
                setActive(index);
                if ((event.target as HTMLElement).closest(OWN_CONTROL) === null) onOpen(item);
              }}
            >
              {props.renderRow(item, { isActive: index === active })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
