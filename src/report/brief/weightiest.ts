import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, text } from '../../language/language.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';

/** Factors told. */
const MOST = 5;

/**
 * What a sensitivity analysis of the same scenario in a folder beside the run found to matter most: factors with their share of the
 * variance. Without one, how to have it.
 */
export function weightiestTold(folder: string, scenario: string, lang: Language): string[] {
  const parent = path.dirname(path.resolve(folder));
  const found = names(parent)
    .filter((name) => name.startsWith(`sensitivity-${scenario}-`))
    .map((name) => rows(path.join(parent, name, 'indices.csv')))
    .find((all) => all.length > 0);
  if (found === undefined)
    return [
      text(
        '以下各项未按影响大小排列；哪项最要紧，由 luohu sensitivity 求出，其结果放在旁边时此处按影响列出。',
        'What follows is not in order of weight: luohu sensitivity finds what matters most, and where its result lies beside the run it is told here.',
      )[lang],
    ];
  const [{ indicator, year }] = found;
  const told = found
    .filter((row) => row.indicator === indicator)
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST)
    .map(
      ({ factor, total }) =>
        `${factorName(factor, lang)}${text(`（${Math.round(100 * total)}%）`, ` (${Math.round(100 * total)} %)`)[lang]}`,
    );
  return [
    text(
      `敏感性分析：${year}年${indicatorName(indicator).zh}的差异主要取决于${told.join('、')}（括号内为总效应占方差的比重）。`,
      `Sensitivity: what weighs most for “${indicatorName(indicator).en}” in ${year}: ${told.join(', ')} (share of the variance, interactions included).`,
    )[lang],
  ];
}

const factorName = (factor: string, lang: Language): string =>
  Object.hasOwn(parameterSpecs, factor) ? parameterSpecs[factor as ParameterName].name[lang] : factor;

function rows(file: string) {
  try {
    return csvParse(readFileSync(file, 'utf8')).map((row) => ({
      indicator: row['indicator'] ?? '',
      year: row['year'] ?? '',
      factor: row['factor'] ?? '',
      total: Number(row['total']),
    }));
  } catch {
    return [];
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
