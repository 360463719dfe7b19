import { describe, expect, it } from 'vitest';
import { type FrontierChart, seekFrontierChart } from '../../src/report/chart/seek-frontier.ts';

const chart: FrontierChart = {
  title: { zh: '赤峰', en: 'Chifeng' },
  target: { zh: '目标', en: 'the target' },
  probability: 0.8,
  budget: null,
  frontier: [
    { cost: 0, share: 0.4 },
    { cost: 5e6, share: 0.9 },
  ],
  others: [{ cost: 4e7, share: 0.5 }],
  answer: { cost: 5e6, share: 0.9 },
  proof: null,
};

/** End and title of the axis of costs. */
function costAxis(input: FrontierChart) {
  const spec = seekFrontierChart(input, 'en') as unknown as {
    layer: { encoding?: { x?: { scale?: { domain: number[] }; axis?: { title: string } } } }[];
  };
  const x = spec.layer.map((layer) => layer.encoding?.x).find((channel) => channel?.scale);
  return { end: x!.scale!.domain[1], title: x!.axis!.title };
}
const notesOf = (input: FrontierChart) =>
  (seekFrontierChart(input, 'en').title as { subtitle: string[] }).subtitle.join(' ');

describe('the axis of costs', () => {
  it('ends a good deal beyond the frontier, not at the dearest plan tried', () => {
    expect(costAxis(chart).end).toBe(8);
    expect(notesOf(chart)).not.toContain('spending nothing');
  });

  it('covers all that was tried where the target is out of reach and doing nothing is as sure as any plan', () => {
    const out = { ...chart, frontier: [{ cost: 0, share: 0.4 }], answer: null };
    expect(costAxis(out)).toEqual({ end: 40, title: expect.stringMatching(/^cost, million yuan/) });
    expect(notesOf(out)).toContain('no plan tried is surer than spending nothing');
  });

  it('has a length where nothing costs anything', () => {
    const free = { ...chart, frontier: [{ cost: 0, share: 0.4 }], others: [], answer: null };
    expect(costAxis(free).end).toBe(1);
  });
});
