import type { Coefficient } from '../../fiscal/index.ts';
import type { Localized } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { Observation, Target, TilePlace } from '../../report/chart-input.ts';
import type { Calibration } from '../../scenario/calibration.ts';
import type { CityData } from '../../scenario/city-data.ts';
import type { Conditioning } from '../../scenario/scenario.ts';

/** Shares of the households the page offers; the second is where it starts. */
export const samples = [0.005, 0.01, 0.02, 0.05] as const;
export const START_SAMPLE = 0.01;

/** `data/site.json`: what the page offers, and whether a command line stands behind it. */
export interface Site {
  readonly version: string;
  /** Whether full-scale runs, saving and the workbook can be asked for; false on a static web server. */
  readonly engine: boolean;
  readonly scenarios: readonly { readonly id: string; readonly title: Localized }[];
  /** Every policy document: those of a city are its law, clauses of the others can be tried. */
  readonly documents: readonly PolicyDocument[];
}

/** `data/<id>.json`: everything one scenario is simulated from, the page's stand-in for the files of the command line. */
export interface Scene {
  readonly id: string;
  /** The scenario, then what it extends: paths as the manifest writes them. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly city: CityData;
  /** The calibration it names, cut down to its city. */
  readonly calibration: { readonly name: string; readonly content: Calibration } | null;
  readonly lastVitalYear: number;
  /** What the scenario's own figures told, where they were fitted. */
  readonly conditioning?: Conditioning;
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  /** Squares of the areas on a schematic map; none where hardly any seat is known. */
  readonly tiles: readonly TilePlace[];
  /** Coefficients of the fiscal tables for the city, of data/ alone. */
  readonly coefficients: readonly Coefficient[];
  /** Base populations made beforehand; `made` tells of what, see `basedOn`. */
  readonly bases: readonly { readonly sample: number; readonly file: string; readonly made: string }[];
}
