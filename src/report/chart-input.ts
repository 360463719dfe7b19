import type { Localized } from '../language/language.ts';

/** One row of indicators.csv: the distribution of an indicator over replicates. Persons are persons, rates percent. */
export interface IndicatorRow {
  /** `city` or a six-digit division code. */
  readonly area: string;
  readonly year: number;
  /** Name with its dimensions after dots, for example `pupils.primary`. */
  readonly indicator: string;
  readonly unit: string;
  readonly mean: number;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** One row of settlements.csv: persons settled in the calendar year by the route and clause that opened it. */
export interface SettlementRow {
  readonly year: number;
  /** `city` or a six-digit division code. Charts use the rows of `city` and add areas up only where there are none. */
  readonly area: string;
  readonly route: string;
  readonly document: string;
  readonly clause: string;
  readonly persons_mean: number;
}

/** A published figure to stand beside the simulated ones. */
export interface Observation {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
  readonly source: string;
}

/** A number a policy document promises for the city. */
export interface Target {
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
  readonly label: Localized;
  readonly document: string;
}

/** How well the base population meets one table of the census. */
export interface FitTable {
  /** Name of the table in fit.csv. */
  readonly control: string;
  /** Whether the synthesis used the table; one it did not use is a test of it. */
  readonly controlled: boolean;
  /** Total absolute error in per cent of the sum of the table's cells. */
  readonly error: number;
}

/** What a reader chooses of a chart that can show one year or the whole run. */
export interface Choice {
  readonly year?: number | undefined;
}

/** All that charts are drawn from: tables of one finished run, nothing of the model. */
export interface ChartInput {
  readonly scenario: {
    readonly id: string;
    readonly title: Localized;
    readonly question: Localized;
    readonly baseYear: number;
    readonly endYear: number;
  };
  readonly areas: readonly {
    readonly code: string;
    readonly name: Localized;
    readonly level: string;
    readonly central: boolean;
    readonly lon?: number;
    readonly lat?: number;
  }[];
  readonly indicators: readonly IndicatorRow[];
  readonly settlements: readonly SettlementRow[];
  readonly observations?: readonly Observation[];
  readonly targets?: readonly Target[];
  readonly fit?: readonly FitTable[];
}
