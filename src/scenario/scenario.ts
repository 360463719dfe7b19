import type { Localized } from '../language/language.ts';
import type { CountyParameterName } from './county-parameters.ts';
import type { FiscalValues } from './fiscal-values.ts';
import type { Mark } from './mark.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import type { ParameterName } from './parameters.ts';
import type { Structure } from './structures.ts';
import type { TablesFile } from './table-shape.ts';

/** Where a resolved value came from: `file:line:column` of the scenario that set it, or the default. */
export type Origin = string;

/** One value in force from a year on. `range` is where the truth may lie; parameter draws are taken from it. */
export interface DatedValue {
  /** First calendar year the value holds for; values before the first entry's year take the first entry. */
  readonly from: number;
  readonly value: number;
  readonly range: readonly [number, number] | null;
  readonly mark: Mark;
  /** Where the value comes from, or the reason for it; twice the same where it was written in one language. */
  readonly source: Localized;
  readonly origin: Origin;
}

/** A parameter after resolution: never empty, sorted by `from`. */
export type ParameterSetting = readonly DatedValue[];

/**
 * How registered urbanization is counted. `law`: as the counting rule in force says (by kind of register before unification,
 * by place after it); `kind`, `place`: one of them throughout; `districts`: by place, in the urban districts alone.
 */
export const definitions = ['law', 'place', 'kind', 'districts'] as const;
export type Definition = (typeof definitions)[number];

/** A clause of another document tried in this city. */
export interface AddedClause {
  /** `document:clause`, for example `chifeng-2016:2.1.2`. */
  readonly clause: string;
  /** ISO date it comes into force here. */
  readonly from: string;
}

/** A scenario with everything filled in: what the run, the law and the manifest read. */
export interface Scenario {
  /** `<city>` or `<city>.<name>`. */
  readonly id: string;
  readonly file: string;
  readonly title: Localized;
  /** The question this scenario answers. */
  readonly question: Localized;
  /** Six-digit prefecture code. */
  readonly city: string;
  readonly baseYear: 2010 | 2020;
  readonly endYear: number;
  readonly seed: string;
  readonly replicates: number;
  /** Documents in the city's real law, in order of date: reference for behaviour calibrated on the base year. */
  readonly documents: readonly string[];
  readonly policy: {
    /** Documents (`baotou-2024`) or clauses (`baotou-2024:2.2.1.1`) that are taken out of the law of this run. */
    readonly without: readonly string[];
    readonly add: readonly AddedClause[];
    /** Readings of disputed clauses other than the default: `chifeng-2016:2.1.1` to the name of a reading. They are a view of
     * the real law, so the reference law takes them too. */
    readonly readings: Readonly<Record<string, string>>;
  };
  /** `prior`: each replicate draws every parameter that has a range; `fixed`: all replicates use the stated values. */
  readonly uncertainty: 'prior' | 'fixed';
  readonly definition: Definition;
  /** Answers to contested questions other than the defaults. */
  readonly structure: Structure;
  /** Coefficients of the fiscal tables other than those of data/; no result of a run depends on them. Absent without any. */
  readonly fiscal?: FiscalValues;
  /** Tables of one's own that every replicate counts; absent without any. */
  readonly tables?: TablesFile;
  readonly parameters: Readonly<Record<ParameterName, ParameterSetting>>;
  /** Values of single counties in place of the city's, by six-digit code; absent without any. */
  readonly counties?: Readonly<Record<string, Readonly<Partial<Record<CountyParameterName, ParameterSetting>>>>>;
  /** What the scenario's own figures have told of its drivers; absent without any, or before they were fitted. */
  readonly conditioning?: Conditioning;
  /** Of one replicate: its row of the conditioning, by name. */
  readonly given?: Readonly<Record<string, number>>;
  /** Figures of the user's own, to stand beside what is simulated; absent without any. */
  readonly figures?: readonly OwnFigure[];
  /** Joint draws of calibrated parameters, which replicates take in place of the ranges; absent without `calibration`. */
  readonly posterior?: Posterior;
}

/**
 * Joint draws of standard normal numbers behind levels and yearly shocks (random/path.ts), given the figures: replicate r takes row r mod
 * their number. Numbers that are not named are drawn as ever: shocks after the last figure, and what no figure has told anything of.
 */
export interface Conditioning {
  /** Name of the fit: calibration/<name>.json of the working folder. */
  readonly calibration: string;
  /** Year of the last figure. */
  readonly until: number;
  /** False where figures were still moving when the fit ended. */
  readonly settled?: false;
  readonly names: readonly string[];
  readonly centre: readonly number[];
  readonly rows: readonly (readonly number[])[];
  /** Replicate whose chance each row has, where an analysis lays rows beside each other under the same; its own number when left out. */
  readonly luck?: readonly number[];
  /** Names that base populations draw: their values come again every ten rows, so that a replicate and its base agree. Absent without any. */
  readonly ofBase?: readonly string[];
  /** Change of each row for a run of one base population, built from the centre, a row of numbers a name of `ofBase`, by name. */
  readonly tilt?: readonly (readonly number[])[];
}

/** A figure somebody counted: persons, households, per cent. */
export interface OwnFigure {
  /** `city` or the six-digit code of one of its areas. */
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
  /** Standard error in the unit of the value. */
  readonly error: number;
  readonly source: string;
}

interface Posterior extends ParameterDraws {
  /** Name of the calibration: data/calibration/<name>.json. */
  readonly calibration: string;
  /** Parameters the calibration covers and this scenario keeps as it has them. */
  readonly kept: readonly ParameterName[];
}
