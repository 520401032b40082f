import { expect, test } from 'vitest';
import { REFUSED_SWITCHES, refusedSwitch } from '../../../src/main/refused-switches.ts';

test('a switch that would let a debugger in is named', () => {
  expect(refusedSwitch((name) => name === 'remote-debugging-port')).toBe('remote-debugging-port');
});

test('every refused switch is found, whichever it is', () => {
  expect(REFUSED_SWITCHES.map((given) => refusedSwitch((name) => name === given))).toEqual([
    ...REFUSED_SWITCHES,
  ]);
});

test('a start without any of them is not refused', () => {
  expect(refusedSwitch((name) => name === 'force-device-scale-factor')).toBeNull();
});
