import { type Language, marks, text } from '../../language/language.ts';
import { parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { unitName } from '../../scenario/unit-names.ts';
import type { RunTold } from '../read/read-run.ts';

/** Most changed parameters told one by one. */
const MOST = 12;

/** What the second run changes of the first: documents, clauses, readings, definition, figures it is fitted to, parameters. */
export function changesTold(base: RunTold, run: RunTold, lang: Language): string[] {
  const [before, now] = [base.manifest.scenario, run.manifest.scenario];
  const list = (all: readonly string[]): string => all.join(text('、', ', ')[lang]);
  const told: string[] = [];
  const dropped = before.documents.filter((id) => !now.documents.includes(id));
  const added = now.documents.filter((id) => !before.documents.includes(id));
  if (dropped.length > 0) told.push(text(`不列文件 ${list(dropped)}`, `documents left out: ${list(dropped)}`)[lang]);
  if (added.length > 0) told.push(text(`增列文件 ${list(added)}`, `documents added: ${list(added)}`)[lang]);
  const without = now.without.filter((what) => !before.without.includes(what));
  const back = before.without.filter((what) => !now.without.includes(what));
  if (without.length > 0) told.push(text(`不施行 ${list(without)}`, `not in force: ${list(without)}`)[lang]);
  if (back.length > 0)
    told.push(text(`施行基准情景中没有的 ${list(back)}`, `in force, unlike in the base: ${list(back)}`)[lang]);
  const clauses = now.add.filter(
    ({ clause, from }) => !before.add.some((each) => each.clause === clause && each.from === from),
  );
  for (const { clause, from } of clauses)
    told.push(text(`自${from}起试行 ${clause}`, `${clause} tried from ${from}`)[lang]);
  for (const [clause, reading] of Object.entries(now.readings))
    if (before.readings[clause] !== reading)
      told.push(text(`${clause} 按“${reading}”理解`, `${clause} read as "${reading}"`)[lang]);
  if (before.definition !== now.definition)
    told.push(text(`户籍率口径：${now.definition}`, `definition of the registered rate: ${now.definition}`)[lang]);
  if (before.calibration !== now.calibration)
    told.push(
      now.calibration === undefined
        ? text('未按本地数字拟合', 'not fitted to figures of the place')[lang]
        : text(
            `按本地数字拟合（${now.calibration}），各年水平因此不同`,
            `fitted to figures of the place (${now.calibration}), which moves the levels of all years`,
          )[lang],
    );
  told.push(...parametersChanged(base, run, lang));
  if (told.length === 0) return [];
  return [
    `${text('与基准情景的不同：', 'What differs from the base: ')[lang]}${told.join(marks.semicolon[lang])}${marks.stop[lang]}`,
  ];
}

function parametersChanged({ inputs: first }: RunTold, { inputs: second }: RunTold, lang: Language): string[] {
  if (first === null || second === null) return [];
  const values = (of: typeof first, name: (typeof parameterNames)[number]) =>
    of.scenario.parameters[name].map(({ from, value }) => ({ from, value }));
  const changed = parameterNames.filter(
    (name) => JSON.stringify(values(first, name)) !== JSON.stringify(values(second, name)),
  );
  const shown = changed.slice(0, MOST).map((name) => {
    const { name: label, unit } = parameterSpecs[name];
    const told = (all: ReturnType<typeof values>): string =>
      all
        .map(({ from, value }) =>
          all.length > 1 ? text(`${from}年起${value}`, `${value} from ${from}`)[lang] : String(value),
        )
        .join(marks.comma[lang]);
    return text(
      `${label.zh}由${told(values(first, name))}改为${told(values(second, name))}（${unitName(unit, 'zh')}）`,
      `${label.en}: ${told(values(first, name))} becomes ${told(values(second, name))} (${unit})`,
    )[lang];
  });
  const more = changed.length - shown.length;
  return [...shown, ...(more > 0 ? [text(`另有${more}个参数不同`, `${more} further parameters differ`)[lang]] : [])];
}
