import type { IndicatorName } from '../../indicator/indicators.ts';
import type { Localized } from '../../language/language.ts';
import type { Target } from '../../policy/document-targets.ts';

/** Indicators added up with their signs: what a target speaks of. */
type Terms = readonly { readonly indicator: IndicatorName; readonly sign: 1 | -1 }[];

/**
 * How a number of a run is formed over a target's years.
 * `level`: at the end of the last year. `change`: from the end of the first year to the end of the last. `change-a-year`: over the
 * years from the first to the last, both counted, a year on average. `flow-a-year`: their mean.
 */
export type Form = 'level' | 'change' | 'change-a-year' | 'flow-a-year';

/** One way to score a target. Where the document or the statistics leave it open, there are several, the most literal first. */
export interface Measure {
  readonly form: Form;
  readonly terms: Terms;
  /** `every area`: met only where each area of the city meets it. */
  readonly scope: 'city' | 'every area';
  readonly sense: 'at-least' | 'about' | 'at-most';
  /** How the target is read here. */
  readonly reading: Localized;
}

/** Units of targets and the form each means. */
const forms: Readonly<Record<string, Form>> = {
  percent: 'level',
  'percentage-point': 'change',
  'percentage-point/year': 'change-a-year',
  'person/year': 'flow-a-year',
};

/** The ways to score a target, the most literal first; empty for a unit or an indicator nobody has said how to read. */
export function measuresOf({ target: { indicator, unit, sense } }: Target): Measure[] {
  const form = forms[unit];
  const definitions = readings[indicator];
  if (form === undefined || definitions === undefined) return [];
  const read = definitions.map((definition): Measure => ({ form, sense, scope: 'city', ...definition }));
  if (sense !== 'about') return read;
  const reached = (measure: Measure): Measure => {
    const { zh, en } = measure.reading;
    return { ...measure, sense: 'at-least', reading: { zh: `${zh}，达到或超过`, en: `${en}, reached or passed` } };
  };
  return read.flatMap((measure) => [measure, reached(measure)]);
}

type Definition = Pick<Measure, 'terms' | 'reading'> & Partial<Pick<Measure, 'scope'>>;

const one = (indicator: IndicatorName): Terms => [{ indicator, sign: 1 }];

const registered: readonly Definition[] = [
  {
    terms: one('registered_urbanization_rate'),
    reading: { zh: '按当时统计口径', en: 'counted as the law of the day says' },
  },
  {
    terms: one('registered_urbanization_rate.by_place'),
    reading: { zh: '始终按登记地', en: 'by place of register throughout' },
  },
  {
    terms: one('registered_urbanization_rate.by_kind'),
    reading: { zh: '始终按户口性质', en: 'by kind of register throughout' },
  },
];

const gapByPlace: Terms = [
  { indicator: 'resident_urbanization_rate', sign: 1 },
  { indicator: 'registered_urbanization_rate.by_place', sign: -1 },
];

const readings: Readonly<Record<string, readonly Definition[]>> = {
  registered_urbanization_rate: registered,
  resident_urbanization_rate: [
    { terms: one('resident_urbanization_rate'), reading: { zh: '常住人口城镇化率', en: 'the resident rate' } },
  ],
  settled_persons: [
    { terms: one('settled_persons'), reading: { zh: '仅计落户', en: 'settling alone' } },
    {
      terms: [...one('settled_persons'), ...one('reclassified_registers')],
      reading: { zh: '落户与村改居的转户合计', en: 'settling and registers reclassified together' },
    },
  ],
  rate_gap: [
    {
      terms: one('rate_gap'),
      scope: 'every area',
      reading: { zh: '各地：每个区县都达到，按当时统计口径', en: 'in every area, counted as the law of the day says' },
    },
    {
      terms: gapByPlace,
      scope: 'every area',
      reading: { zh: '各地：每个区县都达到，始终按登记地', en: 'in every area, by place of register throughout' },
    },
    {
      terms: one('rate_gap'),
      reading: { zh: '全市，按当时统计口径', en: 'the city as a whole, counted as the law of the day says' },
    },
    {
      terms: gapByPlace,
      reading: { zh: '全市，始终按登记地', en: 'the city as a whole, by place of register throughout' },
    },
  ],
};
