import { describe, expect, it } from 'vitest';
import {
  CHART,
  riskChart,
  yOf,
  type ChartInput,
} from '../../../../../src/renderer/features/risks/risk-chart.ts';

const TODAY = '2026-11-24';
/** 300 px of time beside the labels and the end. */
const WIDTH = CHART.labels + CHART.end + 300;
const nothing: ChartInput = { assessments: [], incidents: [], actions: [] };

const draw = (input: Partial<ChartInput>, isRtl = false) =>
  riskChart({ ...nothing, ...input }, { width: WIDTH, today: TODAY, isRtl });

describe('the drawing of risk over time', () => {
  it('begins with the first thing that happened, and shows at least ninety days', () => {
    expect([
      draw({}).from,
      draw({ incidents: [{ id: 'a', on: '2026-11-01' }] }).from,
      draw({ actions: [{ id: 'a', on: '2025-03-05' }] }).from,
    ]).toEqual(['2026-08-26', '2026-08-26', '2025-03-05']);
  });

  it('holds each level until the next assessment, and the last until today', () => {
    const { path, points } = draw({
      assessments: [
        { id: 'a', on: '2026-01-28', level: 'low' },
        { id: 'b', on: '2026-06-27', level: 'extreme' },
      ],
    });
    const [start, middle, end] = [CHART.labels, CHART.labels + 150, CHART.labels + 300];
    expect([path, points.map(({ x }) => x)]).toEqual([
      `M${start} ${yOf('low')}H${middle}V${yOf('extreme')}H${end}`,
      [start, middle],
    ]);
  });

  it('has the worst level on top', () => {
    expect([yOf('extreme'), yOf('high'), yOf('medium'), yOf('low')]).toEqual(
      [0.5, 1.5, 2.5, 3.5].map((bands) => CHART.top + bands * CHART.band),
    );
  });

  it('runs towards the left in right-to-left', () => {
    const incidents = [
      { id: 'a', on: '2026-01-28' },
      { id: 'b', on: TODAY },
    ];
    expect([
      draw({ incidents }).incidents.map(({ x }) => x),
      draw({ incidents }, true).incidents.map(({ x }) => x),
    ]).toEqual([
      [CHART.labels, CHART.labels + 300],
      [WIDTH - CHART.labels, WIDTH - CHART.labels - 300],
    ]);
  });

  it('draws a day that has not come, known only by its month, no later than today', () => {
    const incidents = [
      { id: 'a', on: '2026-01-28' },
      { id: 'b', on: '2026-11-30' },
    ];
    expect(draw({ incidents }).incidents.map(({ x }) => x)).toEqual([
      CHART.labels,
      CHART.labels + 300,
    ]);
  });

  it('puts what is of about the same day one above another, so that none hides another', () => {
    const incidents = ['2026-01-28', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(
      (on) => ({ id: on, on }),
    );
    expect(draw({ incidents }).incidents.map(({ stack }) => stack)).toEqual([0, 0, 1, 2, 0]);
  });

  it('names some months, evenly, as many as have room', () => {
    const incidents = [{ id: 'a', on: '2025-12-15' }];
    expect(draw({ incidents }).ticks.map(({ month }) => month)).toEqual([
      '2026-01',
      '2026-04',
      '2026-07',
      '2026-10',
    ]);
  });
});
