import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type FiscalResult, fiscal } from '../../fiscal/index.ts';
import { type Province, province } from '../../fiscal/province.ts';
import { type Language, languages } from '../../language/language.ts';
import { drawnTwice } from '../../report/brief/pictures.ts';
import { movesMaps } from '../../report/fiscal/moves-map.ts';
import { shippedOutlines } from '../../report/map/shipped-outlines.ts';
import { type DrawnMap, writeProvince } from '../../report/workbook/index.ts';
import { csvText } from '../../result/csv.ts';
import { fiscalCoefficients } from '../../result/fiscal-coefficients.ts';
import { readFiscalCounts } from '../../result/read-fiscal-counts.ts';
import { writeFolder } from '../../result/write-results.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { messages as common } from '../../scenario/messages.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { orWithoutCharts } from '../or-without-charts.ts';
import { plainTable } from '../plain-table.ts';
import { printJson } from '../print-json.ts';
import { readResult } from '../read-result.ts';
import { tellEdited } from '../tell-edited.ts';
import { fiscalMessages } from './messages.ts';
import type { FiscalOptions } from './options.ts';

/**
 * The book of a province: finished runs of its prefectures, one envelope. Without `--envelope` it is what the prefectures' own books
 * give them together.
 */
export async function provinceOf(options: FiscalOptions, today: Date, lang: Language): Promise<ExitStatus> {
  const { run: folders, coefficients: file, from, envelope, unit, json } = options;
  const results: FiscalResult[] = [];
  for (const folder of folders) {
    const manifest = await readResult(folder, lang);
    if (manifest.region !== undefined) throw new InputError([{ message: fiscalMessages.ofRegion(folder)[lang] }]);
    const counts = await readFiscalCounts(folder, manifest, fiscalMessages);
    results.push(fiscal(counts, fiscalCoefficients(manifest, { file, from, today }, lang)));
  }
  assertOneProvince(folders, results, lang);
  const year = yearOf(results);
  const envelopeYuan = envelope ?? results.reduce((sum, result) => sum + awardOf(result, year), 0);
  const found = province(results, year, envelopeYuan);
  const parent = path.dirname(path.resolve(folders[0]));
  await assertOut(parent, lang);
  const name = `province-${results[0].counts.run.city.slice(0, 2)}-${year}`;
  const { folder: written, edited } = await writeFolder(parent, name, (place) =>
    fill(place, found, results, lang, unit),
  );
  await tellEdited(edited, written, lang, options.force);
  if (json) printJson({ folder: written, ...found });
  else process.stdout.write(`${told(found, lang)}\n${fiscalMessages.provinceWritten(written)[lang]}\n`);
  return ExitStatus.done;
}

/** One run a prefecture, all of one province. */
function assertOneProvince(folders: readonly string[], results: readonly FiscalResult[], lang: Language): void {
  const cities = results.map(({ counts }) => counts.run.city);
  const wrong = folders.flatMap((folder, i) => {
    if (cities[i].slice(0, 2) !== cities[0].slice(0, 2)) return [fiscalMessages.otherProvince(folder, folders[0])];
    return cities.indexOf(cities[i]) < i ? [fiscalMessages.sameCity(folder, folders[cities.indexOf(cities[i])])] : [];
  });
  if (wrong.length > 0) throw new InputError(wrong.map((text) => ({ message: text[lang] })));
}

/** The first budget year of all runs. */
function yearOf(results: readonly FiscalResult[]): number {
  const year = Math.max(...results.map(({ budget }) => budget.from));
  const last = Math.min(...results.map(({ years }) => years.at(-1)!));
  if (year > last) throw new InputError([{ path: '--from', ...said(common.between(0, last, year)) }]);
  return year;
}

const awardOf = ({ award }: FiscalResult, year: number): number =>
  award.intervals.find((row) => row.form === 'envelope' && row.area === 'city' && row.year === year)!.mean;

async function fill(
  folder: string,
  found: Province,
  results: readonly FiscalResult[],
  lang: Language,
  unit: string | undefined,
): Promise<void> {
  const shares =
    'city,name_zh,name_en,weighted_settlers,children,residents,settlers_share,children_share,share,yuan,rank';
  await writeFile(
    path.join(folder, 'province.csv'),
    csvText(
      shares.split(','),
      found.rows.map((row) => [
        ...[row.city, row.name.zh, row.name.en, row.weighted, row.children, row.residents],
        ...[row.settlersShare, row.childrenShare, row.share, row.yuan, row.rank],
      ]),
    ),
  );
  await writeFile(
    path.join(folder, 'moves.csv'),
    csvText(
      ['coefficient', 'end', 'city', 'share_change'],
      found.moves.map((move) => [move.coefficient, move.end, move.city, move.shareChange]),
    ),
  );
  const drawn = await orWithoutCharts(drawMaps(folder, found, results, lang), lang);
  const book = await writeProvince(found, results, lang, { unit }, drawn ?? []);
  await writeFile(path.join(folder, 'province.xlsx'), book);
}

/** Maps of what coefficients move, into `charts/` in both languages; answers with those in the language of the book. */
async function drawMaps(
  folder: string,
  found: Province,
  results: readonly FiscalResult[],
  lang: Language,
): Promise<DrawnMap[]> {
  const outlines = shippedOutlines(readData, `${found.rows[0]!.city.slice(0, 2)}0000`);
  const maps = movesMaps(found, results[0]!.coefficients, outlines);
  await mkdir(path.join(folder, 'charts'), { recursive: true });
  const drawn: DrawnMap[] = [];
  for (const { name, spec } of maps)
    for (const each of languages) {
      const own = spec(each);
      const { svg, png, ...size } = await drawnTwice(own);
      await writeFile(path.join(folder, 'charts', `${name}.${each}.svg`), svg);
      await writeFile(path.join(folder, 'charts', `${name}.${each}.png`), png);
      if (each === lang) drawn.push({ png, ...size, description: own.description ?? name });
    }
  return drawn;
}

function told({ year, envelopeYuan, rows }: Province, lang: Language): string {
  const wan = (yuan: number): string => Math.round(yuan / 1e4).toLocaleString('en-US');
  const lines = [...rows]
    .sort((a, b) => a.rank - b.rank)
    .map((row) => [
      `${row.rank} ${row.name[lang]}`,
      `${(100 * row.share).toFixed(1)} %`,
      wan(row.yuan),
      (row.yuan / row.residents).toFixed(2),
      Math.round(row.weighted).toLocaleString('en-US'),
      Math.round(row.children).toLocaleString('en-US'),
    ]);
  return plainTable(fiscalMessages.provinceHead(year, wan(envelopeYuan))[lang].split('|'), lines);
}
