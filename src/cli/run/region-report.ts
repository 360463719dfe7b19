import path from 'node:path';
import type { Language, Localized } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import { countedName } from '../../report/counted-names.ts';
import { headlines } from '../../result/headline.ts';
import type { FinishedRegion } from '../../result/region/write-region.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import { messages } from '../messages.ts';
import { plainTable } from '../plain-table.ts';
import { headlineTable } from './headline-table.ts';
import { runCliMessages as told } from './messages.ts';

/** The same for programs. */
export const regionJson = ({ run, counted, record }: FinishedRegion): object => ({
  folder: run.folder,
  resultHash: run.manifest.resultHash,
  region: record,
  counted,
});

/** What a run of a province or the nation ends with: headlines, the account of moves, and what was counted beside them. */
export function regionReport(
  { run, counted, record }: FinishedRegion,
  lang: Language,
  years?: readonly number[],
): string {
  const { manifest, results, folder } = run;
  const { replicates, sample } = manifest.options;
  const title = messages.headline(manifest.scenario.title, replicates)[lang];
  const sampled = sample < 1 ? messages.statedSample(sharePercent(sample))[lang] : '';
  const whole = counted.filter(({ area }) => area === 'city');
  const shown = path.relative('', folder);
  return [
    '',
    `${title}${sampled}`,
    headlineTable(headlines(results, 'place', { years }), messages.counted['place'], lang),
    '',
    ...accountLines(record, lang),
    ...(counted.length > 0
      ? [
          told.regionCounted(counted.filter(({ inside }) => inside).length, counted.length)[lang],
          countedTable(whole, manifest.scenario.title, lang),
          '',
        ]
      : []),
    messages.resultIn(shown)[lang],
    '',
    told.next()[lang],
    `  ${told.nextCharts(path.join(shown, 'charts'))[lang]}`,
    `  ${told.nextReport(shown)[lang]}`,
    `  ${told.nextVerify(shown)[lang]}`,
    '',
  ].join('\n');
}

function accountLines({ closure }: FinishedRegion['record'], lang: Language): string[] {
  if (closure === null) return [];
  const regions = readRegions(readData);
  const { left, remarks } = closure;
  const lines = remarks.map(
    ({ province, factor, why }) =>
      told.regionRemark(province === null ? told.betweenProvinces() : regions.get(province)!.name, factor, why)[lang],
  );
  return [
    told.regionBalanced(left.province, left.other_province)[lang],
    ...(lines.length > 0 ? [told.regionRemarks()[lang], ...lines] : []),
    '',
  ];
}

function countedTable(rows: FinishedRegion['counted'], whole: Localized, lang: Language): string {
  const number = (value: number): string =>
    Math.abs(value) < 1000 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US');
  return plainTable(
    told.countedHeader(whole)[lang].split(','),
    rows.map(({ indicator, year, counted, simulated }) => [
      countedName(indicator)[lang],
      String(year),
      number(counted),
      number(simulated.mean),
      `${number(simulated.p05)}–${number(simulated.p95)}`,
    ]),
  );
}
