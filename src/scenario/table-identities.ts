import { type Localized, text } from '../language/language.ts';
import { messages } from './messages.ts';
import { type Row, textAt } from './tables.ts';

/** What rows of a table together cannot be, placed in one of them. */
interface Contradiction {
  readonly row: Row;
  readonly column: string;
  readonly text: Localized;
}

/** An identity or an order that holds between the rows of a table, whatever its figures are. */
export type Identity = (rows: readonly Row[]) => Contradiction[];

const numberIn = (row: Row, column: string): number => Number(textAt(row, column));

/** Rows that agree in some columns, in the order of the first of each. */
function groups(rows: readonly Row[], columns: readonly string[]): Row[][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = columns.map((column) => textAt(row, column)).join(' ');
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}

/** Values of one sex by age; NaN where there is no row. */
const byAge = (rows: readonly Row[], sex: string, column: string): ((age: number) => number) => {
  const values = new Map(
    rows.filter((row) => textAt(row, 'sex') === sex).map((row) => [numberIn(row, 'age'), numberIn(row, column)]),
  );
  return (age) => values.get(age) ?? Number.NaN;
};

const say =
  (column: string, words: Localized) =>
  (row: Row): Contradiction => ({ row, column, text: words });

/** A count is the sum of other columns of its row. */
export const sumOf =
  (column: string, ...parts: readonly string[]): Identity =>
  (rows) =>
    rows.flatMap((row) => {
      const sum = parts.reduce((total, part) => total + numberIn(row, part), 0);
      const stated = numberIn(row, column);
      return sum === stated ? [] : [say(column, messages.sumOf(parts, sum, stated))(row)];
    });

/** Cells of one column add up to a whole within an error of rounding. */
export const addTo =
  (column: string, whole: number, within: number, ...keys: readonly string[]): Identity =>
  (rows) =>
    groups(rows, keys).flatMap((group) => {
      const sum = group.reduce((total, row) => total + numberIn(row, column), 0);
      if (Math.abs(sum - whole) <= within) return [];
      const [zh, en] = [keys, keys].map((names) => names.map((key) => textAt(group[0], key)).join(' '));
      return [
        say(
          column,
          text(
            `各行（${zh}）之和应为 ${whole}，实际为 ${sum.toFixed(2)}`,
            `of the rows of ${en} must add up to ${whole}, got ${sum.toFixed(2)}`,
          ),
        )(group[0]),
      ];
    });

/** Town and village make the whole, wherever all three are given. */
export const residencesAddUp =
  (column: string, ...keys: readonly string[]): Identity =>
  (rows) =>
    groups(rows, keys).flatMap((group) => {
      const of = (residence: string): Row | undefined => group.find((row) => textAt(row, 'residence') === residence);
      const [urban, rural, total] = [of('urban'), of('rural'), of('total')];
      if (urban === undefined || rural === undefined || total === undefined) return [];
      const [sum, stated] = [numberIn(urban, column) + numberIn(rural, column), numberIn(total, column)];
      if (Math.abs(sum - stated) <= 1) return [];
      const words = text(
        `应为城镇与乡村之和 ${sum}，实际为 ${stated}`,
        `must be urban and rural together, ${sum}, got ${stated}`,
      );
      return [say(column, words)(total)];
    });

/** Period life expectancy at birth of death probabilities by single age; deaths in the middle of a year, two years beyond 100. */
function lifeExpectancy(qx: (age: number) => number): number {
  let [alive, years] = [1, 0];
  for (let age = 0; age <= 100; age++) {
    years += alive * (1 - qx(age) / 2);
    alive *= 1 - qx(age);
  }
  return years + 2 * alive;
}

/** Expectations of life beyond which a table is no people's. */
const LIFE = [30, 95] as const;

/** Death probabilities make a life: of a length people have, women's the longer, and rising with age. */
export const livesAreLives: Identity = (rows) =>
  groups(rows, ['year']).flatMap((group) => {
    const [men, women] = [byAge(group, 'M', 'qx'), byAge(group, 'F', 'qx')];
    const [him, her] = [lifeExpectancy(men), lifeExpectancy(women)];
    const years = text(
      `男${him.toFixed(1)}岁、女${her.toFixed(1)}岁`,
      `men ${him.toFixed(1)}, women ${her.toFixed(1)} years`,
    );
    const found: Localized[] = [];
    if (him >= her)
      found.push(
        text(`应使女性寿命长于男性，实际为${years.zh}`, `must let women live longer than men, got ${years.en}`),
      );
    if (![him, her].every((each) => each >= LIFE[0] && each <= LIFE[1]))
      found.push(
        text(
          `应使出生预期寿命在 ${LIFE[0]} 至 ${LIFE[1]} 岁之间，实际为${years.zh}`,
          `must make a life expectancy between ${LIFE[0]} and ${LIFE[1]} years, got ${years.en}`,
        ),
      );
    for (const qx of [men, women])
      if (!(qx(90) > qx(70) && qx(70) > qx(50) && qx(50) > qx(30)))
        found.push(text('30 岁以后应随年龄上升，实际不然', 'must rise with age after 30, got a fall'));
    return [...new Set(found)].map((words) => say('qx', words)(group[0]));
  });

/** Total fertility beyond which no people's has been. */
const BIRTHS = [0.3, 9] as const;

/** Birth rates by age add up to as many children as women have. */
export const birthsAreBirths: Identity = (rows) =>
  groups(rows, ['year']).flatMap((group) => {
    const total = group.reduce((sum, row) => sum + numberIn(row, 'asfr'), 0);
    if (total >= BIRTHS[0] && total <= BIRTHS[1]) return [];
    const words = text(
      `各年龄之和（总和生育率）应在 ${BIRTHS[0]} 至 ${BIRTHS[1]} 之间，实际为 ${total.toFixed(2)}`,
      `must add up over the ages to between ${BIRTHS[0]} and ${BIRTHS[1]} children a woman, got ${total.toFixed(2)}`,
    );
    return [say('asfr', words)(group[0])];
  });

/** Women are the more at high ages: where men are, the sexes have changed places. */
export const oldAreWomen: Identity = (rows) =>
  groups(rows, ['year', 'region_code']).flatMap((group) => {
    const old = (sex: string): number =>
      group.reduce(
        (sum, row) =>
          sum + (textAt(row, 'sex') === sex && numberIn(row, 'age') >= 80 ? numberIn(row, 'population') : 0),
        0,
      );
    return old('F') > old('M') ? [] : [say('population', sexesSwapped)(group[0])];
  });

/** Women marry earlier. */
export const womenMarryEarlier: Identity = (rows) =>
  groups(rows, ['year', 'region_code']).flatMap((group) =>
    byAge(group, 'F', 'married')(21) > byAge(group, 'M', 'married')(21) ? [] : [say('married', sexesSwapped)(group[0])],
  );

const sexesSwapped = text(
  '应使高龄女性多于男性、女性早于男性结婚，实际相反：男女是否对调',
  'must have more women than men at high ages, and women marry earlier, got the opposite: have the sexes changed places?',
);
