import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import type { Shown } from '../../report/readable/choice.ts';
import { headlines } from '../../result/headline.ts';
import type { FinishedRun } from '../../result/run-scenario.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { countingOf } from '../counting.ts';
import { messages } from '../messages.ts';
import { endedLine } from './ended-line.ts';
import { headlineTable } from './headline-table.ts';
import { runCliMessages as told } from './messages.ts';
import { nextSteps } from './next-steps.ts';

/** What a finished run ends with on stdout: its headline table, where it lies, what can be done with it. */
export function textReport(
  { folder, manifest, results }: FinishedRun,
  inputs: Inputs,
  lang: Language,
  { years, areas = [] }: Shown = {},
): string {
  const { replicates, sample } = manifest.options;
  const title = messages.headline(manifest.scenario.title, replicates)[lang];
  const sampled = sample < 1 ? messages.statedSample(sharePercent(sample))[lang] : '';
  const ended = manifest.ended === undefined ? [] : [endedLine({ manifest }, lang)];
  return [
    '',
    ...ended,
    `${title}${sampled}`,
    headlineTable(headlines(results, inputs.scenario.definition, { years }), countingOf(inputs), lang),
    ...areas
      .filter((area) => area !== 'city')
      .flatMap((area) => [
        '',
        inputs.city.areas.find(({ code }) => code === area)?.name[lang] ?? area,
        headlineTable(headlines(results, inputs.scenario.definition, { years, area }), countingOf(inputs), lang),
      ]),
    '',
    messages.resultIn(relative(folder))[lang],
    '',
    told.next()[lang],
    ...nextSteps(relative(folder), inputs, lang).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** The same for programs. */
export function jsonReport({ folder, manifest, results }: FinishedRun, { years, areas }: Shown = {}): object {
  const { scenario, scenarioHash, resultHash, counts, run, ended } = manifest;
  return {
    scenario: scenario.id,
    folder,
    scenarioHash,
    resultHash,
    counts,
    run,
    ...(ended ? { ended } : {}),
    headlines: headlines(results, scenario.definition, { years }),
    ...(areas === undefined
      ? {}
      : {
          areas: areas.map((area) => ({ area, headlines: headlines(results, scenario.definition, { years, area }) })),
        }),
  };
}

/** The shorter way to write where a folder is. */
function relative(folder: string): string {
  const below = path.relative('', folder);
  return below.startsWith('..') ? path.resolve(folder) : below;
}
