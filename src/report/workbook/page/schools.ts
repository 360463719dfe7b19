import { openMeans } from '../../../fiscal/means.ts';
import type { CapitalRow } from '../../../fiscal/result.ts';
import { schoolStages } from '../../../population/codes.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, largest, minus, of, over, plus, roundUp, times } from '../expression.ts';
import type { Cell, Content, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';

const say = {
  name: { zh: '学位', en: 'Seats' },
  title: { zh: '城镇学位与整所新建学校', en: 'Seats in towns and whole new schools' },
  subtitle: {
    zh: '城镇学生超过学位时按整所新建；乡村学位不随学生离开而减少，空余学位单列。按各次模拟的平均学生数规划。',
    en: 'Where pupils in towns exceed the seats, whole schools are built; village seats stay when pupils leave, idle ones are shown. Planned on mean pupils of the replicates.',
  },
  stage: { zh: '学段', en: 'Stage' },
  lines: {
    townPupils: { zh: '城镇学生（人）', en: 'Pupils in towns' },
    townSeatsBefore: { zh: '年初城镇学位', en: 'Seats in towns, before' },
    schoolsBuilt: { zh: '新建学校（所）', en: 'Schools built' },
    seatsBuilt: { zh: '新增学位', en: 'Seats built' },
    villagePupils: { zh: '乡村学生（人）', en: 'Pupils in villages' },
    villageSeats: { zh: '乡村学位', en: 'Seats in villages' },
    idleVillageSeats: { zh: '空余乡村学位', en: 'Idle seats in villages' },
  },
};

type Line = keyof typeof say.lines;
/** What is known of the base year; seats follow from it. */
const ofBaseYear = new Set<Line>(['townPupils', 'villagePupils']);

/** Seats by stage, area (`city` too) and year. */
export interface SchoolsPage {
  readonly sheet: Sheet;
  readonly line: (stage: CapitalRow['stage'], line: Line, area: string, year: number) => Cell;
}

/** Seats of each stage and county: before the year, built in whole schools, and idle in the villages. */
export function schoolsPage(context: Context, coefficients: CoefficientsPage): SchoolsPage {
  const { result, say: text } = context;
  const { counts, capital } = result;
  const { baseYear } = counts.run;
  const years = [baseYear, ...result.years];
  const means = openMeans(counts);
  const value = coefficients.of;
  const sheet = newSheet(text(say.name), 'base', [16, 14, 32, ...years.map(() => 10)], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 3);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.stage), text(words.item)]);
  const found = new Map(capital.map((row) => [`${row.stage} ${row.area} ${row.year}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  const city = allAreas(context)[0];
  for (const { code, name } of [...counts.areas, city])
    for (const stage of schoolStages) {
      const line = (key: Line, content: (year: number, i: number, before: readonly Cell[]) => Content) => {
        const sum = (i: number) => added(counts.areas.map((area) => of(kept.get(`${stage} ${key} ${area.code}`)![i])));
        const cells = table.line({
          names: [text(name), text(words.services[stage]), text(say.lines[key])],
          format: 'persons',
          role: key === 'seatsBuilt' ? 'total' : 'body',
          content: (year, i, before) => {
            if (i === 0 && !ofBaseYear.has(key)) return null;
            return code === 'city' ? sum(i) : content(year, i, before);
          },
          expected: (year) => found.get(`${stage} ${code} ${year}`)?.[key],
        });
        kept.set(`${stage} ${key} ${code}`, cells);
        return cells;
      };
      const pupils = (year: number) => {
        const town = means.of(code, year, `town_pupils.${stage}`);
        return { town, village: means.of(code, year, `pupils.${stage}`) - town };
      };
      const size = times(value(`school.classes.${stage}`), value(`school.class_size.${stage}`));
      const town = line('townPupils', (year) => figure(pupils(year).town, 'simulated'));
      const built = (i: number, before: Cell): Expression => {
        const short = minus(of(town[i]), of(before));
        return times(choose(short, '>', constant(0), roundUp(over(short, size)), constant(0)), size);
      };
      const before = line('townSeatsBefore', (_, i, earlier) =>
        i === 1
          ? times(of(town[0]), value('school.town_spare'))
          : plus(of(earlier[i - 1]), built(i - 1, earlier[i - 1])),
      );
      const schools = line('schoolsBuilt', (_, i) => {
        const short = minus(of(town[i]), of(before[i]));
        return choose(short, '>', constant(0), roundUp(over(short, size)), constant(0));
      });
      line('seatsBuilt', (_, i) => times(of(schools[i]), size));
      const village = line('villagePupils', (year) => figure(pupils(year).village, 'simulated'));
      const places = line('villageSeats', () => times(of(village[0]), value('school.village_spare')));
      line('idleVillageSeats', (_, i) => largest(constant(0), minus(of(places[i]), of(village[i]))));
    }
  return {
    sheet,
    line: (stage, key, area, year) => kept.get(`${stage} ${key} ${area}`)![years.indexOf(year)],
  };
}
