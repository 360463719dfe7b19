import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/language/language.ts';
import { type ChartName, charts } from '../../../src/report/charts.ts';
import { type Fit, narrowChart } from '../../../src/report/page/narrow-chart.ts';
import { textWidth } from '../../../src/report/text-width.ts';
import { nationSample, provinceSample } from '../region-sample.ts';
import { sample } from '../sample.ts';

type Titled = { title: { text: string[]; subtitle: string[] }; columns?: number; width?: number };
const onPhone = (excess = 0): Fit => ({ room: 350, isPhone: true, excess, columns: 1 });
const narrow = (name: ChartName, lang: Language, excess = 0) =>
  narrowChart(charts[name](sample(), lang)!, onPhone(excess)) as unknown as Titled;
const natural = (name: ChartName, lang: Language) => charts[name](sample(), lang) as unknown as Titled;

describe('a chart on a narrow screen', () => {
  it.each(languages)('says in its title what it said, in shorter lines (%s)', (lang) => {
    for (const name of Object.keys(charts) as ChartName[]) {
      if (natural(name, lang) === null) continue;
      const [before, after] = [natural(name, lang).title, narrow(name, lang).title];
      const letters = (lines: readonly string[]) => lines.join('').replaceAll(/\s/g, '');
      expect(letters(after.text), name).toBe(letters(before.text));
      expect(letters(after.subtitle), name).toBe(letters(before.subtitle));
    }
    // the notes go on through what was broken for the wide chart: no line but the last of them is short
    const [, ...notes] = narrow('capacity', 'en').title.subtitle.slice(0, -1);
    for (const line of notes.slice(1)) expect(line.length).toBeGreaterThan(35);
  });

  it('keeps the shape of a map and takes the names off it', () => {
    const wide = charts.map(provinceSample(), 'en') as unknown as { width: number; height: number; layer: object[] };
    const small = narrowChart(wide as never, onPhone(340)) as unknown as typeof wide;
    expect(small.width).toBe(wide.width - 340);
    expect(small.height / small.width).toBeCloseTo(wide.height / wide.width, 2);
    expect([wide.layer.length, small.layer.length]).toEqual([4, 2]);
    const others = narrowChart(charts['map-others'](nationSample(), 'zh')!, onPhone()) as unknown as Titled;
    expect(others.columns).toBe(1);
  });

  it.each(languages)('tells of a county its last figures alone, beside a name in two lines (%s)', (lang) => {
    type Counties = {
      width: number;
      layer: {
        data?: { values: Record<string, string>[] };
        encoding: { x: { value?: number }; text?: { field: string } };
      }[];
      encoding: { y: { axis: { labelExpr?: string } } };
    };
    const wide = natural('counties', lang) as unknown as Counties;
    const small = narrow('counties', lang, 240) as unknown as Counties;
    const [before, after] = [wide.layer.at(-1)!, small.layer.at(-1)!];
    expect(after.encoding.text!.field).toBe('shown');
    expect(after.data!.values).toHaveLength(before.data!.values.length);
    for (const [i, { shown }] of after.data!.values.entries()) {
      expect(shown).toMatch(/^\d+\.\d$/);
      expect(before.data!.values[i]!['text']).toContain(`→ ${shown} (`);
    }
    // still as far right of the drawing area as before
    expect(after.encoding.x.value! - small.width).toBe(before.encoding.x.value! - wide.width);
    expect(wide.encoding.y.axis.labelExpr).toBeUndefined();
    expect(small.encoding.y.axis.labelExpr).toContain('datum.label');
  });

  it('keeps squares square, with a name of one line', () => {
    const wide = charts.tiles(nationSample(), 'en') as unknown as {
      width: number;
      height: number;
      layer: { encoding: { text?: { field: string } } }[];
    };
    const small = narrowChart(wide as never, onPhone(330)) as unknown as typeof wide;
    expect(small.width).toBeLessThanOrEqual(350);
    expect(small.width).toBeGreaterThan(300);
    expect(small.height / small.width).toBeCloseTo(wide.height / wide.width, 2);
    const fields = ({ layer }: typeof wide) => layer.flatMap(({ encoding }) => encoding.text?.field ?? []);
    expect(fields(wide)).toEqual(['lines', 'shown']);
    expect(fields(small)).toEqual(['short', 'shown']);
    // squares of a whole nation's places, with figures alone, find room too
    const places = charts['tiles-places'](nationSample(), 'en') as unknown as typeof wide;
    const fitted = narrowChart(places as never, { ...onPhone(), isPhone: false, room: 700 }) as unknown as typeof wide;
    expect([places.width > 700, fitted.width > 600, fitted.width <= 700]).toEqual([true, true, true]);
    expect(fields(fitted)).toEqual(['shown']);
  });

  it.each(languages)('stands the figure at the end of a line over its name, both whole (%s)', (lang) => {
    const last = sample().indicators.findLast(
      ({ area, indicator }) => area === 'city' && indicator === 'registered_urbanization_rate',
    )!;
    type Labels = { data: { values: { text: string; small: string[] }[] }; encoding: { text: { field: string } } };
    const labels = (chart: unknown) => (chart as { layer: Labels[] }).layer.at(-1)!;
    const [wide, small] = [labels(natural('rates', lang)), labels(narrow('rates', lang))];
    expect([wide.encoding.text.field, small.encoding.text.field]).toEqual(['text', 'small']);
    for (const { text, small: lines } of small.data.values) {
      expect([...lines.slice(1), lines[0]].join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(textWidth(line, 11), line).toBeLessThanOrEqual(84);
    }
    expect(small.data.values[1].small[0]).toMatch(new RegExp(`^${last.mean.toFixed(1)} ?%$`));
  });

  it('puts panels below each other', () => {
    expect(natural('capacity', 'en').columns).toBe(3);
    expect(narrow('capacity', 'en').columns).toBe(1);
  });

  it('gives up width, but no more than leaves the chart readable, and its text column moves along', () => {
    const { width } = natural('counties', 'en') as { width: number };
    const textAt = (chart: unknown) => Number(/"x":\{"value":(\d+)\}/.exec(JSON.stringify(chart))![1]);
    for (const [excess, cut] of [
      [100, 100],
      [10_000, width - 140],
    ] as const) {
      const chart = narrow('counties', 'en', excess);
      expect(chart.width).toBe(width - cut);
      expect(textAt(chart)).toBe(textAt(natural('counties', 'en')) - cut);
    }
  });

  it('leaves the cells of a table room for their figures, with headings in words below each other, and all data as they are', () => {
    expect(narrow('flows', 'en', 100).width).toBe(natural('flows', 'en').width! - 100);
    const flows = narrow('flows', 'en', 1000) as unknown as { width: number; encoding: { x: { axis: object } } };
    expect(flows.width).toBe(4 * 55);
    expect(flows.encoding.x.axis).toMatchObject({ labelExpr: "split(datum.label, ' ')" });
    type Rows = { data: { values: object[] } };
    const rows = (chart: unknown) => (chart as Rows).data.values;
    for (const name of ['counties', 'flows'] as const)
      expect(rows(narrow(name, 'en', 300))).toEqual(
        rows(natural(name, 'en')).map((row) => expect.objectContaining(row)),
      );
  });

  it.each(languages)(
    'breaks the names of rows where their room ends, and makes rows as high as the longest (%s)',
    (lang) => {
      type Rows = {
        data: { values: { name: string }[] };
        height: { step: number };
        encoding: { y: { axis: { labelExpr: string } } };
      };
      const [wide, small] = [natural('fit', lang), narrow('fit', lang, 100)] as unknown as Rows[];
      const { labelExpr } = small.encoding.y.axis;
      const lines = JSON.parse(labelExpr.slice(0, -'[datum.label]'.length)) as Record<string, string[]>;
      expect(Object.keys(lines)).toEqual(wide.data.values.map(({ name }) => name));
      for (const [name, own] of Object.entries(lines)) {
        expect(own.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
        for (const line of own) expect(textWidth(line, 11), line).toBeLessThanOrEqual(122);
      }
      const most = Math.max(...Object.values(lines).map(({ length }) => length));
      expect(most).toBeGreaterThan(1);
      expect(small.height.step).toBe(Math.max(wide.height.step, 13 * most + 2));
    },
  );
});
