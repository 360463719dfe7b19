import { openMeans } from '../../../fiscal/means.ts';
import type { CapitalRow } from '../../../fiscal/result.ts';
import { sharesCampusWith } from '../../../fiscal/schools.ts';
import { type SchoolStageName, schoolStages } from '../../../population/codes.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import {
  choose,
  constant,
  largest,
  later,
  minus,
  of,
  over,
  plus,
  range,
  round,
  roundDown,
  roundUp,
  smallest,
  times,
} from '../expression.ts';
import type { Cell, Content, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';

const say = {
  name: { zh: '学位', en: 'Seats' },
  title: { zh: '城镇学位：共用、扩班与新建', en: 'Seats in towns: shared, added and new' },
  subtitle: {
    zh: '缺口持续数年才增建：先共用同校园另一学段的空余学位，再在现有学校扩班，仍不足且够规模的才新建。乡村学位不随学生离开而减少，空余学位单列。按各次模拟的平均学生数规划。',
    en: 'Only a shortage that lasts is built for: first rooms another stage of the campus leaves empty, then classes at existing campuses, then new schools where they fill up. Village seats stay when pupils leave, idle ones are shown. Planned on mean pupils of the replicates.',
  },
  stage: { zh: '学段', en: 'Stage' },
  lines: {
    townPupils: { zh: '城镇学生（人）', en: 'Pupils in towns' },
    lastingPupils: { zh: '持续的城镇学生（人）', en: 'Pupils in towns who last' },
    townSeatsBefore: { zh: '年初城镇学位', en: 'Seats in towns, before' },
    sharedSeats: { zh: '共用另一学段的空余学位', en: 'Seats shared with another stage' },
    classes: { zh: '需增班数', en: 'Classes missing' },
    roomBefore: { zh: '年初可扩班数', en: 'Classes existing campuses can add' },
    newClasses: { zh: '新建学校班数', en: 'Classes of new schools' },
    classesAdded: { zh: '现有学校扩班数', en: 'Classes added' },
    schoolsBuilt: { zh: '新建学校（所）', en: 'Schools built' },
    seatsBuilt: { zh: '新增学位', en: 'Seats built' },
    seatsCosted: { zh: '折合新建学位', en: 'Seats at the cost of new ones' },
    villagePupils: { zh: '乡村学生（人）', en: 'Pupils in villages' },
    villageSeats: { zh: '乡村学位', en: 'Seats in villages' },
    idleVillageSeats: { zh: '空余乡村学位', en: 'Idle seats in villages' },
  },
};

type Line = keyof typeof say.lines;
/** What is known of the base year; seats follow from it. */
const ofBaseYear = new Set<Line>(['townPupils', 'villagePupils']);
/** Lines the model has no figure for. */
const ofSheet = new Set<Line>(['classes', 'roomBefore']);

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
  const lasting = coefficients.get('school.lasting_years').value;
  for (const { code, name } of [...counts.areas, city])
    for (const stage of schoolStages) {
      const at = (of: SchoolStageName, key: Line, i: number): Cell => kept.get(`${of} ${key} ${code}`)![i];
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
          expected: (year) =>
            ofSheet.has(key) ? undefined : found.get(`${stage} ${code} ${year}`)?.[key as keyof CapitalRow & Line],
        });
        kept.set(`${stage} ${key} ${code}`, cells);
        return cells;
      };
      const pupils = (year: number) => {
        const inTown = means.of(code, year, `town_pupils.${stage}`);
        return { town: inTown, village: means.of(code, year, `pupils.${stage}`) - inTown };
      };
      const classSize = value(`school.class_size.${stage}`);
      const town = line('townPupils', (year) => figure(pupils(year).town, 'simulated'));
      line('lastingPupils', (_, i) => smallest(range(town[i], town[Math.min(town.length - 1, i + lasting - 1)])));
      // the seats of a year follow from the classes of the year before, which stand below
      const rowOf = (key: Line): number => town[0].row + Object.keys(say.lines).indexOf(key);
      const below = (key: Line, i: number) => later(sheet, rowOf(key), town[i].column);
      line('townSeatsBefore', (_, i, earlier) =>
        i === 1 ? times(of(town[0]), value('school.town_spare')) : plus(of(earlier[i - 1]), below('seatsBuilt', i - 1)),
      );
      const short = (i: number) =>
        largest(constant(0), minus(of(at(stage, 'lastingPupils', i)), of(at(stage, 'townSeatsBefore', i))));
      line('sharedSeats', (_, i) => {
        const beside = sharesCampusWith[stage];
        if (beside === undefined) return constant(0);
        // the other stage stands a block above or below this one, line for line
        const block = (schoolStages.indexOf(beside) - schoolStages.indexOf(stage)) * Object.keys(say.lines).length;
        const cell = (key: Line) => later(sheet, rowOf(key) + block, town[i].column);
        const idle = largest(constant(0), minus(cell('townSeatsBefore'), cell('townPupils')));
        return smallest(short(i), times(idle, value('school.shared_use')));
      });
      const classes = line('classes', (_, i) =>
        roundUp(round(over(minus(short(i), of(at(stage, 'sharedSeats', i))), classSize), 9)),
      );
      const room = line('roomBefore', (_, i, earlier) => {
        const seats = times(of(town[0]), value('school.town_spare'), value('school.expand_share'));
        if (i === 1) return roundDown(over(seats, classSize));
        return largest(constant(0), minus(of(earlier[i - 1]), below('classesAdded', i - 1)));
      });
      const fresh = line('newClasses', (_, i) => {
        const rest = largest(constant(0), minus(of(classes[i]), of(room[i])));
        const least = times(value('school.new_minimum'), value(`school.classes.${stage}`));
        return choose(rest, '>=', least, rest, constant(0));
      });
      const inCampus = line('classesAdded', (_, i) => minus(of(classes[i]), of(fresh[i])));
      line('schoolsBuilt', (_, i) => roundUp(over(of(fresh[i]), value(`school.classes.${stage}`))));
      line('seatsBuilt', (_, i) => times(of(classes[i]), classSize));
      line('seatsCosted', (_, i) =>
        times(plus(of(fresh[i]), times(value('school.class_cost'), of(inCampus[i]))), classSize),
      );
      const village = line('villagePupils', (year) => figure(pupils(year).village, 'simulated'));
      const places = line('villageSeats', () => times(of(village[0]), value('school.village_spare')));
      line('idleVillageSeats', (_, i) => largest(constant(0), minus(of(places[i]), of(village[i]))));
    }
  return {
    sheet,
    line: (stage, key, area, year) => kept.get(`${stage} ${key} ${area}`)![years.indexOf(year)],
  };
}
