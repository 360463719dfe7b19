import { type Localized, text } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import type { Manifest } from '../../result/manifest.ts';
import type { RunTold } from '../read/read-run.ts';

/** Names of runs beside each other: their titles, with what tells them apart where titles are alike, and their number where nothing does. */
export function runNames(runs: readonly RunTold[]): Localized[] {
  const titles = runs.map(({ manifest }) => manifest.scenario.title);
  return runs.map(({ manifest }, i) => {
    const title = titles[i];
    const alike = runs.filter((_, j) => titles[j].zh === title.zh || titles[j].en === title.en);
    if (alike.length === 1) return title;
    const shared = alike[0].manifest.scenario.documents.filter((id) =>
      alike.every((each) => each.manifest.scenario.documents.includes(id)),
    );
    const own = marksOf(manifest, shared);
    const others = alike.map((each) => marksOf(each.manifest, shared));
    const parts = own.filter((part, k) => others.some((each) => each[k].en !== part.en));
    const isAlone =
      alike.filter((_, n) => parts.every(({ en }) => others[n].some((part) => part.en === en))).length === 1;
    const marks = parts.length > 0 && isAlone ? parts : [...parts, text(`第${i + 1}个`, `run ${i + 1}`)];
    return text(
      `${title.zh}（${marks.map(({ zh }) => zh).join('，')}）`,
      `${title.en} (${marks.map(({ en }) => en).join(', ')})`,
    );
  });
}

/** What runs of one title may differ in, in words and in one order. @param shared documents all of them list */
function marksOf({ scenario, options }: Manifest, shared: readonly string[]): Localized[] {
  const { without, add, definition, baseYear, endYear, calibration } = scenario;
  const documents = scenario.documents.filter((id) => !shared.includes(id));
  const percent = sharePercent(options.sample);
  const left = without.length === 0 ? text('文件全部施行', 'all clauses in force') : null;
  return [
    left ?? text(`不施行${without.join('、')}`, `without ${without.join(', ')}`),
    documents.length === 0
      ? text('不另列文件', 'no further document')
      : text(`列入${documents.join('、')}`, `with ${documents.join(', ')}`),
    calibration === undefined
      ? text('未按本地数字拟合', 'not fitted to own figures')
      : text('按本地数字拟合', 'fitted to own figures'),
    text(
      `试行${add.map(({ clause, from }) => `${clause}（${from}）`).join('、') || '无'}`,
      `tried ${add.map(({ clause, from }) => `${clause} from ${from}`).join(', ') || 'nothing'}`,
    ),
    text(`口径${definition}`, `counted by ${definition}`),
    text(`${baseYear}—${endYear}年`, `${baseYear} to ${endYear}`),
    text(`种子${options.seed}`, `seed ${options.seed}`),
    text(`${options.replicates}次重复`, `${options.replicates} replicates`),
    text(`抽样${percent}%`, `sample of ${percent} %`),
  ];
}
