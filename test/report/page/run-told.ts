import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { headlineNames } from '../../../src/indicator/headlines.ts';
import type { ChartInput } from '../../../src/report/chart-input.ts';
import type { PageSource } from '../../../src/report/page/page.ts';
import type { RunTold } from '../../../src/report/read/read-run.ts';
import type { Manifest, RegionRecord } from '../../../src/result/manifest.ts';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';
import { sample } from '../sample.ts';

const REPLICATES = 4;

/** What a test may change of a run. */
interface Changes {
  readonly input?: ChartInput;
  readonly manifest?: Partial<Manifest>;
  /** Added to the registered rate of every replicate. */
  readonly shift?: number;
}

let inputs: Inputs | undefined;

/** The sample as a finished run: its tables, a manifest in the likeness of a real one, and replicates around its means. */
export function runTold({ input = sample(), manifest = {}, shift = 0 }: Changes = {}): RunTold {
  inputs ??= loadInputs({ scenario: 'scenarios/baotou.yaml', overrides: {}, sample: 1 }, 'en');
  const replicates = new Map(
    headlineNames.map((indicator) => {
      const rows = input.indicators.filter((row) => row.area === 'city' && row.indicator === indicator);
      const added = indicator === 'registered_urbanization_rate' ? shift : 0;
      const ofReplicate = (r: number) => new Map(rows.map((row) => [row.year, row.mean + added + 0.1 * r]));
      return [indicator, new Map(Array.from({ length: REPLICATES }, (_, r) => [r, ofReplicate(r)]))] as const;
    }),
  );
  return {
    folder: 'out/sample',
    manifest: { ...manifestOf(input), ...manifest },
    input,
    replicates,
    inputs,
    ownTables: [],
    changedFiles: [],
    changedInputs: [],
  };
}

function manifestOf({ scenario }: ChartInput): Manifest {
  return {
    format: 1,
    scenario: {
      ...scenario,
      city: '150200',
      cityName: { zh: '包头市', en: 'Baotou' },
      uncertainty: 'prior',
      definition: 'law',
      structure: {},
      documents: ['national-2014', 'baotou-2016'],
      without: [],
      readings: {},
      add: [],
    },
    command: { scenario: 'scenarios/baotou.yaml', overrides: {}, sample: 1 },
    options: { replicates: REPLICATES, seed: 'luohu', sample: 1, strict: false, workers: 2 },
    package: { name: 'luohu', version: '0.1.0' },
    scenarioHash: 'a'.repeat(64),
    resultHash: 'b'.repeat(64),
    inputs: [{ path: 'scenarios/baotou.yaml', sha256: 'c'.repeat(64) }],
    files: [],
    counts: {
      basePersons: 1,
      baseHouseholds: 1,
      simulatedPersons: 1,
      simulatedHouseholds: 1,
      areas: 11,
      years: 16,
      indicators: 100,
      personYears: 1000,
    },
    limits: [{ zh: '一条局限', en: 'a limit' }],
    fiscalBases: [],
    notes: ['a note'],
    warnings: [],
    run: {
      node: 'v20',
      platform: 'linux x64',
      cores: 2,
      finished: '2026-01-01T00:00:00.000Z',
      seconds: { base: 1, simulation: 1, total: 2 },
      personYearsPerSecond: 1,
    },
  };
}

/** A made-up province or nation as a finished run. */
export function regionTold(input: ChartInput, closure: RegionRecord['closure'] = null): RunTold {
  const { title } = input.scenario;
  const places = input.places ?? [];
  const region: RegionRecord = {
    code: input.parts === 'provinces' ? '000000' : '510000',
    members: places.map(({ code }, i) => ({
      code,
      scenario: `place:${code}/a.yaml`,
      baseYear: i < 2 ? 2010 : 2020,
      hash: code.padStart(64, '0'),
      residents: 1,
    })),
    closure,
  };
  const { manifest } = runTold({ input });
  const command = { ...manifest.command, scenario: input.parts === 'provinces' ? 'china' : '510000' };
  return runTold({ input, manifest: { command, region, scenario: { ...manifest.scenario, cityName: title } } });
}

export const sourceOf = (run: RunTold, folder = 'out/sample'): PageSource => ({ run, extras: [], folder });

/** The page's program, built from the sources as they are. */
export async function buildProgram(): Promise<string> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'luohu-program-'));
  try {
    await build({ configFile: 'src/report/page/browser/vite.config.ts', build: { outDir }, logLevel: 'error' });
    return readFileSync(path.join(outDir, 'browser.js'), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/** Texts that would do harm if they were taken for anything else than text. */
export const hostile = [
  '<script>window.harm = 1</script>',
  '"><img src=x onerror="window.harm = 2">',
  '</script><script>window.harm = 3</script>',
  '<!--<script>',
  "' onfocus='window.harm = 4' autofocus='",
  '=HYPERLINK("http://example.org","x")',
  '../../../etc/passwd',
  '{{constructor.constructor("window.harm = 5")()}}',
  '\u2028\u0000javascript:window.harm=6',
] as const;

/** The sample with those texts in every place a scenario, a data file or a document can put a text. */
export function hostileRun(): RunTold {
  const input = sample();
  const text = hostile.join(' ');
  const name = { zh: `中${text}`, en: text };
  const scenario = { ...input.scenario, id: `../../${hostile[0]}`, title: name, question: name };
  const changed: ChartInput = {
    ...input,
    scenario,
    areas: input.areas.map((area, i) => (i === 0 ? { ...area, name: { zh: hostile[5], en: hostile[1] } } : area)),
    settlements: input.settlements.map((row) => ({
      ...row,
      document: hostile[2],
      clause: hostile[1],
      route: hostile[5],
    })),
    targets: input.targets!.map((target) => ({ ...target, label: name, document: hostile[0] })),
    observations: input.observations!.map((observation) => ({ ...observation, source: name })),
    fit: [{ control: hostile[0], controlled: true, error: 1 }],
  };
  const base = runTold({ input: changed });
  const manifest: Manifest = {
    ...base.manifest,
    scenario: {
      ...base.manifest.scenario,
      cityName: name,
      documents: [text],
      without: [hostile[1]],
      readings: { [hostile[0]]: text },
    },
    command: { ...base.manifest.command, scenario: hostile[6] },
    options: { ...base.manifest.options, seed: text },
    inputs: [{ path: text, sha256: hostile[0] }],
    limits: [name],
    notes: [text],
    warnings: [text],
  };
  return { ...base, manifest, changedFiles: [hostile[0]] };
}
