import os from 'node:os';
import type { FiscalBase } from '../fiscal/fiscal-bases.ts';
import type { Localized } from '../language/language.ts';
import type { Signature } from '../run/cluster-key.ts';
import { codeHash } from '../run/code.ts';
import type { RecordedCommand } from '../run/command.ts';
import type { EndedBy } from '../run/goal.ts';
import type { InputFile } from '../run/input-file.ts';
import { observationMessages } from '../run/observations/messages.ts';
import { packageName, packageVersion } from '../run/package.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { FiscalValues } from '../scenario/fiscal-values.ts';
import type { Conditioning, Definition, Scenario } from '../scenario/scenario.ts';
import type { Structure } from '../scenario/structures.ts';

/** manifest.json: all that is needed to understand a result folder and to make it again. */
export interface Manifest {
  readonly format: 1;
  readonly scenario: {
    readonly id: string;
    readonly title: Localized;
    readonly question: Localized;
    readonly city: string;
    readonly cityName: Localized;
    readonly baseYear: number;
    readonly endYear: number;
    readonly uncertainty: string;
    readonly definition: Definition;
    readonly structure: Structure;
    /** Calibration the replicates draw from; absent where parameters come from their ranges. */
    readonly calibration?: string;
    readonly documents: readonly string[];
    readonly without: readonly string[];
    readonly readings: Readonly<Record<string, string>>;
    readonly add: readonly { readonly clause: string; readonly from: string }[];
    /** Coefficients of the fiscal tables the scenario states; absent without any. */
    readonly fiscal?: FiscalValues;
  };
  readonly command: RecordedCommand;
  /** Of a province or the nation: the places it is made of. Absent in a place's own result. */
  readonly region?: RegionRecord;
  readonly options: {
    readonly replicates: number;
    readonly seed: string;
    readonly sample: number;
    readonly strict: boolean;
    /** Threads; null where the replicates were made elsewhere, in a cluster or as shards. */
    readonly workers: number | null;
  };
  /** Of a run that ended early: what by, and how many replicates were asked for. Absent where all were made. */
  readonly ended?: { readonly by: EndedBy; readonly asked: number } | undefined;
  readonly package: {
    readonly name: string;
    readonly version: string;
    /** Hash of the code that made the numbers; absent in manifests of versions that did not keep it. */
    readonly code?: string;
  };
  readonly scenarioHash: string;
  readonly resultHash: string;
  readonly inputs: readonly InputFile[];
  /** Result files, charts and pages apart: they are made from these. */
  readonly files: readonly InputFile[];
  readonly counts: {
    /** Persons and households of the city: the simulated ones times what each of a sample stands for. */
    readonly basePersons: number;
    readonly baseHouseholds: number;
    readonly simulatedPersons: number;
    readonly simulatedHouseholds: number;
    readonly areas: number;
    readonly years: number;
    readonly indicators: number;
    readonly personYears: number;
  };
  /** What the model does not limit or does not know, in words. */
  readonly limits: readonly Localized[];
  /** Persons that money or land follows, by fiscal clause. */
  readonly fiscalBases: readonly FiscalBase[];
  readonly notes: readonly string[];
  /** The same in Chinese, in the same order; results of earlier versions have none. */
  readonly notesInChinese?: readonly string[];
  readonly warnings: readonly string[];
  /** Of the key that the machines of a cluster share, over all else in the manifest; absent where none was given. */
  readonly signature?: Signature | undefined;
  /** Of this run alone: outside every hash. */
  readonly run: {
    readonly node: string;
    readonly platform: string;
    readonly cores: number;
    readonly finished: string;
    /** Null where the replicates were made elsewhere: what they took is not kept with them. */
    readonly seconds: Seconds | null;
    readonly personYearsPerSecond: number | null;
  };
}

/** How the result of a province or the nation is made of its places. */
export interface RegionRecord {
  /** Code of the province, or 000000. */
  readonly code: string;
  readonly members: readonly {
    readonly code: string;
    readonly scenario: string;
    readonly baseYear: number;
    readonly hash: string;
    readonly residents: number;
  }[];
  /** Factors on arrivals that close the account of moves between places; null where it was left open. */
  readonly closure: {
    readonly provinces: Readonly<Record<string, Readonly<Record<number, number>>>>;
    readonly nation: Readonly<Record<number, number>>;
    /** Arrivals less those the account wants, per cent of the latter, over all years: within provinces and between them. */
    readonly left: { readonly province: number; readonly other_province: number };
    readonly remarks: readonly { readonly province: string | null; readonly factor: number; readonly why: Localized }[];
  } | null;
}

/** Seconds spent: making (or taking over) the base population, simulating, and in all. */
export interface Seconds {
  readonly base: number;
  readonly simulation: number;
  readonly total: number;
}

const capacityLimit: Localized = {
  zh: '学位、公租房和岗位的容量由基年使用量加所列富余比例推得，并非公布的容量',
  en: 'capacity of schools, public rental and jobs is derived from base-year use and stated spare shares, not from published figures',
};
const notCalibrated: Localized = {
  zh: '参数未按本地数字校准',
  en: 'parameters are not calibrated to figures of the place itself',
};

/** What the figures of the place itself say of its run. */
function limitsOfFit({ calibration, until, settled }: Conditioning): Localized[] {
  const place = `calibration/${calibration}.json`;
  const fitted = {
    zh: `人口流动、城镇化、落户、生育、死亡按本地自有数字（到 ${until} 年）拟合，见 ${place}；其余参数仍按所列范围`,
    en: `moves, urban share, settling, births and deaths are fitted to the place's own figures up to ${until}, ${place}; all other parameters keep their ranges`,
  };
  return settled === false ? [fitted, observationMessages.unsettled()] : [fitted];
}

/** Scenario, options and machine as the manifest writes them; the caller adds hashes, files and counts. */
export function manifestHead(
  scenario: Scenario,
  city: Pick<CityData, 'code' | 'name'>,
): Pick<Manifest, 'format' | 'scenario' | 'package' | 'limits'> {
  const { id, title, question, baseYear, endYear, uncertainty, definition, structure, documents, policy } = scenario;
  const { posterior, conditioning } = scenario;
  const calibration = conditioning?.calibration ?? posterior?.calibration;
  const local = conditioning ? limitsOfFit(conditioning) : posterior ? [] : [notCalibrated];
  return {
    format: 1,
    scenario: {
      id,
      title,
      question,
      city: city.code,
      cityName: city.name,
      baseYear,
      endYear,
      uncertainty,
      definition,
      structure,
      ...(calibration === undefined ? {} : { calibration }),
      documents,
      without: policy.without,
      add: policy.add,
      readings: policy.readings,
      ...(scenario.fiscal ? { fiscal: scenario.fiscal } : {}),
    },
    package: { name: packageName, version: packageVersion, code: codeHash() },
    limits: [capacityLimit, ...local],
  };
}

/** The part that differs from run to run and from machine to machine. */
export function manifestRun(seconds: Seconds | null, personYears: number): Manifest['run'] {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: os.availableParallelism(),
    finished: new Date().toISOString(),
    ...speed(seconds, personYears),
  };
}

function speed(
  seconds: Seconds | null,
  personYears: number,
): Pick<Manifest['run'], 'seconds' | 'personYearsPerSecond'> {
  if (seconds === null) return { seconds, personYearsPerSecond: null };
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const { base, simulation, total } = seconds;
  return {
    seconds: { base: tenth(base), simulation: tenth(simulation), total: tenth(total) },
    personYearsPerSecond: simulation > 0 ? Math.round(personYears / simulation) : 0,
  };
}
