import type { Measured } from '../indicator/asked.ts';
import { countServed, createServedCounts } from '../indicator/count-served.ts';
import { countStocks, createStockCounts } from '../indicator/count-stocks.ts';
import { measureYear } from '../indicator/measure-year.ts';
import { tallying } from '../indicator/tally.ts';
import type { Counting, Law } from '../policy/law.ts';
import type { Population } from '../population/population.ts';
import type { State } from '../process/state.ts';
import type { Definition } from '../scenario/scenario.ts';

/** Stocks are counted at the year end. */
const LAST_DAY = 365;

/** Collects what is measured and the settlements by route of every year end. */
export interface Recorder {
  /** [(year * areas + area) * indicators + indicator], the city first; NaN where nothing is measured. */
  readonly values: Float64Array;
  /** [(year * areas + area) * routes + route] */
  readonly settlements: Float64Array;
  /** @param withFlows whether the year was simulated */
  readonly record: (yearIndex: number, withFlows: boolean) => void;
}

/** First year whose deaths in bulletins are in line with the census of that year. */
const REVISED_FROM = 2020;

export function createRecorder(
  state: State,
  workspace: Population,
  measured: Measured,
  weight: number,
  definition: Definition,
): Recorder {
  const areas = state.city.areas.length;
  const routes = state.law.routes.length;
  const district = state.city.areas.map(
    ({ level, central }) => level === 'district' || (level === 'remainder' && central),
  );
  const central = state.city.areas.map((area) => area.central);
  const stocks = createStockCounts(areas);
  const served = createServedCounts(areas);
  const width = (areas + 1) * measured.indicators.length;
  const values = new Float64Array(measured.years.length * width).fill(Number.NaN);
  const settlements = new Float64Array(measured.years.length * (areas + 1) * routes);
  return { values, settlements, record };

  function record(yearIndex: number, withFlows: boolean): void {
    const year = measured.years[yearIndex];
    if (year.stocks || year.served) {
      const tally = tallying(workspace)(areas);
      if (year.stocks) countStocks(stocks, workspace, tally);
      if (year.served) countServed(served, workspace, tally);
    }
    if (year.columns.length > 0) {
      const counted = { stocks, served, ledger: withFlows ? state.ledger : null };
      const preschoolShare = state.parameters['service.preschoolShare'];
      const counting = state.city.areas.map((_, a) => countingOf(definition, state.law.on(a, state.year, LAST_DAY)));
      const missed = state.year < REVISED_FROM ? 'reporting.deathsMissedBefore' : 'reporting.deathsMissed';
      const deathsMissed = state.parameters[missed];
      const out = values.subarray(yearIndex * width, (yearIndex + 1) * width);
      measureYear(out, counted, { weight, preschoolShare, deathsMissed, counting, district, central }, measured, year);
    }
    if (withFlows) recordSettlements(yearIndex * (areas + 1) * routes);
  }

  function recordSettlements(first: number): void {
    for (let a = 0; a < areas; a++) {
      for (let r = 0; r < routes; r++) {
        const persons = weight * state.ledger.settledByRoute[a * routes + r];
        settlements[first + (a + 1) * routes + r] = persons;
        settlements[first + r] += persons;
      }
    }
  }
}

/** How registers are counted as urban under a definition, where the law is this. */
function countingOf(definition: Definition, law: Law): Counting {
  switch (definition) {
    case 'law':
      return law.counting;
    case 'kind':
      return { by: 'kind', within: 'towns' };
    case 'place':
      return { by: 'place', within: 'towns' };
    case 'districts':
      return { by: 'place', within: 'districts' };
  }
}
