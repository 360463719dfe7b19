import type { Localized } from '../language/language.ts';
import type { Tile } from './map/tile-grid.ts';
import type { Parts } from './parts.ts';

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
  /** The name its document gives the route, where it is not one of the field's words. */
  readonly called?: Localized | undefined;
  readonly persons_mean: number;
}

/** A published figure to stand beside the simulated ones. */
export interface Observation {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
  readonly source: Localized;
}

/** A number a policy document promises for the city. */
export interface Target {
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
  readonly label: Localized;
  readonly document: string;
}

/** What the replicates show of an indicator of the whole in the year of a target. */
export interface TargetValues {
  readonly indicator: string;
  readonly year: number;
  /** One a replicate. */
  readonly values: readonly number[];
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

/** One row of counted.csv: a figure published of the nation or a province, and what was simulated there in that year. */
export interface CountedFigure {
  /** `city` for the whole, or the code of a province. */
  readonly area: string;
  readonly year: number;
  /** Persons, per cent, or for `birth_rate` and `death_rate` per mille. */
  readonly indicator: string;
  readonly counted: number;
  readonly p05: number;
  readonly mean: number;
  readonly p95: number;
  /** Whether the figure lies between the 5 and the 95 % quantile. */
  readonly inside: boolean;
  readonly source: Localized;
}

/** One row of migration.csv: arrivals in the places of a province in a year, persons. */
export interface MoveAccount {
  readonly year: number;
  /** Code of the province. */
  readonly province: string;
  /** Whether they come from the province's own places or from those of other provinces. */
  readonly scope: 'province' | 'other_province';
  readonly arrivals: number;
  /** Arrivals that would meet those who left for other places. */
  readonly wanted: number;
  /** Arrivals of the account under factors of 1; NaN where it was left open. */
  readonly withoutFactor: number;
}

/** Rates of a place as the map shows it: means and the ends of the 90 % interval by year, per cent. */
export interface PlaceRates {
  readonly code: string;
  readonly name: Localized;
  readonly years: readonly number[];
  readonly resident: RateSeries;
  readonly registered: RateSeries;
}

interface RateSeries {
  readonly p05: readonly number[];
  readonly mean: readonly number[];
  readonly p95: readonly number[];
}

/** Outlines a map is drawn on: the features have a `code`; one without is drawn as a line. */
export interface Outlines {
  /** TopoJSON, or a list of features of GeoJSON where `feature` is null. Longitude and latitude in degrees. */
  readonly geometry: object;
  /** Object of the TopoJSON that is drawn. */
  readonly feature: string | null;
  /** Where the names of areas can stand, and the square degrees of each. */
  readonly anchors: readonly {
    readonly code: string;
    readonly longitude: number;
    readonly latitude: number;
    readonly area: number;
  }[];
  /** Codes of the features. */
  readonly codes: readonly string[];
  /** What it is drawn on, and what it is not. */
  readonly source: Localized;
}

/** The square of an area on a schematic map: columns from west, rows from north, both from 0. */
export interface TilePlace extends Tile {
  readonly name: Localized;
}

/** What a reader chooses of a chart that can show one year or the whole run. */
export interface Choice {
  readonly year?: number | undefined;
  /** Year that a change is told from; the base year unless said. */
  readonly from?: number | undefined;
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
  /** What the areas are; counties of a city unless said. */
  readonly parts?: Parts;
  readonly indicators: readonly IndicatorRow[];
  readonly settlements: readonly SettlementRow[];
  readonly observations?: readonly Observation[];
  /** Figures of the user's own with their standard errors, in the unit of the value. */
  readonly figures?: readonly (Observation & { readonly error: number })[];
  readonly targets?: readonly Target[];
  /** Of every target, what the replicates show in its year. */
  readonly targetValues?: readonly TargetValues[];
  readonly fit?: readonly FitTable[];
  /** Of a province or the nation: published figures beside simulated ones. */
  readonly counted?: readonly CountedFigure[];
  /** Of a province or the nation: moves between its places. */
  readonly accounts?: readonly MoveAccount[];
  /** Of a province or the nation: every place, for the map. */
  readonly places?: readonly PlaceRates[];
  readonly outlines?: Outlines;
  /** Squares of the areas on a schematic map; of the nation those of all places too, and again zone by zone for narrow screens. */
  readonly tiles?: {
    readonly areas: readonly TilePlace[];
    readonly places?: readonly TilePlace[];
    readonly zones?: readonly { readonly name: Localized; readonly tiles: readonly Tile[] }[];
  };
}
