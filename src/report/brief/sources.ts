import { extent, group } from 'd3-array';
import { type Language, marks, text } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { markNames } from '../../scenario/mark.ts';
import { shellWord } from '../page/provenance.ts';
import type { RunTold } from '../read/read-run.ts';

/** Documents, published figures, data, and how the run can be made again. */
export function sourcesTold(
  { manifest, input, inputs, folder }: RunTold,
  documents: readonly PolicyDocument[],
  lang: Language,
): string[] {
  const listed = documents.filter(({ id }) => manifest.scenario.documents.includes(id));
  const own = ownSources(input.figures ?? [], lang);
  const published = [
    ...new Set(
      (inputs === null ? [] : (input.observations ?? []))
        .filter(({ area }) => area === 'city')
        .map(({ source }) => source[lang])
        .filter((source) => !own.has(source)),
    ),
  ];
  const { package: made, options, resultHash, run, scenarioHash } = manifest;
  return [
    ...listed.map(({ title, number, date, mark, draft }) => {
      const day = date.inForce.assumed;
      if (draft)
        return text(
          `《${title.zh}》（${number}），征求意见稿，测算假定${day}起施行。`,
          `${title.en} (${number}), a draft for comment, supposed to be in force from ${day}.`,
        )[lang];
      return text(
        `《${title.zh}》（${number}），${day}起施行；${markNames[mark].zh}。`,
        `${title.en} (${number}), in force from ${day}; ${markNames[mark].en}.`,
      )[lang];
    }),
    ...(published.length === 0
      ? []
      : [
          `${text('公布值来源：', 'Published figures: ')[lang]}${published.slice(0, 6).join(marks.semicolon[lang])}${marks.stop[lang]}`,
        ]),
    ...(own.size === 0 || inputs === null
      ? []
      : [
          `${text('自有数字来源：', 'Sources of your own figures: ')[lang]}${[...own.values()].join(marks.semicolon[lang])}${marks.stop[lang]}`,
        ]),
    text(
      `测算程序 ${made.name} ${made.version}；情景 ${manifest.scenario.id}（${scenarioHash.slice(0, 10)}），种子 ${options.seed}，结果哈希 ${resultHash.slice(0, 16)}，运行于 ${run.finished.slice(0, 10)}；读取的${manifest.inputs.length}个文件及其哈希见 manifest.json，复核命令：npx luohu verify ${shellWord(folder)}。`,
      `Program ${made.name} ${made.version}; scenario ${manifest.scenario.id} (${scenarioHash.slice(0, 10)}), seed ${options.seed}, hash of the result ${resultHash.slice(0, 16)}, run on ${run.finished.slice(0, 10)}; the ${manifest.inputs.length} files read and their hashes stand in manifest.json; made again by npx luohu verify ${shellWord(folder)}.`,
    )[lang],
  ];
}

/** Sources of the scenario's own figures, each with how many figures of which years it gave. */
function ownSources(figures: NonNullable<RunTold['input']['figures']>, lang: Language): Map<string, string> {
  return new Map(
    [...group(figures, ({ source }) => source[lang])].map(([source, all]) => {
      const [first, last] = extent(all, ({ year }) => year) as [number, number];
      const count = all.length;
      const [zhYears, enYears] = first === last ? [first, first] : [`${first}—${last}`, `${first} to ${last}`];
      const told = text(
        `${source}（${zhYears}年，${count}个）`,
        `${source} (${count === 1 ? '1 figure' : `${count} figures`}, ${enYears})`,
      );
      return [source, told[lang]];
    }),
  );
}
