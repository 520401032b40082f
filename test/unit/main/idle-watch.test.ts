import { expect, test } from 'vitest';
import { createIdleWatch, type IdleWatch } from '../../../src/main/idle-watch.ts';

function open(): {
  watch: IdleWatch;
  set: (values: { nowMs?: number; idleMs?: number }) => void;
  told: () => number;
} {
  const state = { nowMs: 0, idleMs: 0, told: 0 };
  const watch = createIdleWatch({
    limitMs: 600_000,
    nowMs: () => state.nowMs,
    idleMs: () => state.idleMs,
    onIdle: () => {
      state.told += 1;
    },
  });
  return { watch, set: (values) => Object.assign(state, values), told: () => state.told };
}

test('tells at the limit, not before', () => {
  const { watch, set, told } = open();
  set({ idleMs: 599_999 });
  watch.look();
  expect(told()).toBe(0);
  set({ idleMs: 600_000 });
  watch.look();
  expect(told()).toBe(1);
});

test('tells once for one absence, and again for the next', () => {
  const { watch, set, told } = open();
  set({ idleMs: 700_000 });
  watch.look();
  watch.look();
  expect(told()).toBe(1);
  set({ idleMs: 0 });
  watch.look();
  set({ idleMs: 600_000 });
  watch.look();
  expect(told()).toBe(2);
});

test('a window nobody looks at counts as an absence, though the machine is in use', () => {
  const { watch, set, told } = open();
  watch.setFocused(false);
  set({ nowMs: 300_000 });
  watch.setFocused(false);
  watch.look();
  expect(told()).toBe(0);
  set({ nowMs: 600_000 });
  watch.look();
  expect(told()).toBe(1);
});

test('coming back to the window ends the absence', () => {
  const { watch, set, told } = open();
  watch.setFocused(false);
  set({ nowMs: 599_000 });
  watch.setFocused(true);
  set({ nowMs: 1_500_000 });
  watch.look();
  expect(told()).toBe(0);
});
