import { uniform } from '../../../random/draw.ts';
import { AGE_GROUP_START, AGES } from '../../../scenario/city-data.ts';
import { SynthesisDecision } from './decision.ts';
import type { DrawSource } from './draw-source.ts';
import { fitHouseholds } from './fit-households.ts';
import { type NestedNetwork, openNetwork } from './nested-network.ts';
import type { CityPlan } from './plan-city.ts';
import { HouseholdType } from './plan-households.ts';
import type { SideResidents } from './plan-residents.ts';
import { roundFlows } from './round-flows.ts';

/** Parts a person is divided into: with them the largest prefecture still is a whole number a double holds exactly. */
const PARTS = 2 ** 26;

/**
 * The plan of a sample: every count of the whole times `rate`, rounded so that it keeps its expectation and that persons and their
 * margins stay within one of their share. These are, for each area, all persons, sexes by age group, sexes by single year, the two
 * sides, on each side people in families, alone and in collective households, family households by generations, people by origin
 * (this area, the province, beyond), and the persons registered there, in its villages and its towns.
 */
export function thinPlan(plan: CityPlan, rate: number, source: DrawSource): CityPlan {
  if (rate === 1) return plan;
  const net = openNetwork();
  const start = net.root();
  const end = net.root();
  const places = plan.away.map(() => {
    const registered = net.into(end);
    return [net.into(registered), net.into(registered)] as const;
  });
  const households = plan.residents.map((sides) => addHouseholds(net, sides));
  const residents = plan.residents.map((sides, d) => {
    const ages = ageMargins(net, start);
    const outside = [0, 1].map(() => net.into(end));
    const margins = [...places, ...outside.map((origin) => [net.into(origin), net.into(origin)])];
    return sides.map((side, s) => {
      const here = net.root();
      return {
        persons: addPersons(net, side, ages, here),
        registers: addRegisters(net, plan.registers[d][s], d, here, margins),
      };
    });
  });
  const away = addAway(net, plan.away, start, places);
  net.lead(end, start);

  let draws = 0;
  const draw = (): number => uniform(source.key, draws++, 0, source.year, SynthesisDecision.thin);
  const whole = roundFlows(net.network(Math.round(PARTS * rate)), PARTS, draw);
  const counts = (arcs: Int32Array): Int32Array => arcs.map((arc) => whole[arc]);
  return {
    ...plan,
    residents: residents.map((sides, d) => {
      const [village, town] = sides.map(({ persons }, s) => {
        const alone = counts(persons.alone);
        const together = counts(persons.together);
        return fitHouseholds({
          collective: counts(persons.collective),
          family: alone.map((count, cell) => count + together[cell]),
          alone,
          households: Int32Array.of(whole[persons.onePerson], ...counts(households[d][s])),
        });
      });
      return [village, town] as const;
    }),
    registers: residents.map(([village, town]) => [counts(village.registers), counts(town.registers)] as const),
    away: away.map(([village, town]) => {
      const part = ({ families, members }: typeof village) => ({ families: whole[families], members: counts(members) });
      return [part(village), part(town)] as const;
    }),
  };
}

/** Households of two and more of an area by type and side: the arcs of each side. */
function addHouseholds(net: NestedNetwork, sides: readonly SideResidents[]): Int32Array[] {
  const start = net.root();
  const end = net.root();
  const types = Array.from({ length: HouseholdType.four }, () => net.out(start));
  const arcs = sides.map(({ households }) => {
    const side = net.into(end);
    return Int32Array.from(types, (type, t) => net.cell(type, side, households[t + 1]));
  });
  net.lead(end, start);
  return arcs;
}

/** Residents of an area by sex and single age, within their age groups: index sex * AGES + age. */
function ageMargins(net: NestedNetwork, start: number): number[] {
  const area = net.out(start);
  return [0, 1].flatMap(() => {
    const groups = AGE_GROUP_START.map(() => net.out(area));
    return Array.from({ length: AGES }, (_, age) =>
      net.out(groups[AGE_GROUP_START.findLastIndex((first) => first <= age)]),
    );
  });
}

/** Persons of a side by the household they live in; those with others by marital state and sex besides. */
function addPersons(net: NestedNetwork, { collective, family, alone }: SideResidents, ages: number[], here: number) {
  const inCollective = net.into(here);
  const inFamily = net.into(here);
  const livingAlone = net.into(inFamily);
  const together = Array.from({ length: 4 }, () => net.into(inFamily));
  return {
    collective: collective.map((count, cell) => net.cell(ages[cell], inCollective, count)),
    alone: alone.map((count, cell) => net.cell(ages[cell % (2 * AGES)], livingAlone, count)),
    together: family.map((count, cell) =>
      net.cell(ages[cell % (2 * AGES)], together[Math.floor(cell / AGES)], count - alone[cell]),
    ),
    onePerson: net.arcOf(livingAlone),
  };
}

/** Registers of the persons of a side: those from here, from other counties of the province, from beyond. */
function addRegisters(
  net: NestedNetwork,
  registers: Int32Array,
  area: number,
  here: number,
  margins: readonly (readonly number[])[],
): Int32Array {
  const [local, otherCounty, otherProvince] = [net.out(here), net.out(here), net.out(here)];
  return registers.map((count, category) => {
    const origin = category >> 1;
    const from = origin === area ? local : origin === margins.length - 1 ? otherProvince : otherCounty;
    return net.cell(from, margins[origin][category & 1], count);
  });
}

/** Persons away by place of register; members of families that stayed by marital state, sex and age of the whole city. */
function addAway(
  net: NestedNetwork,
  away: CityPlan['away'],
  start: number,
  places: readonly (readonly [number, number])[],
) {
  const families = net.out(start);
  const members = net.out(start);
  const cells = Array.from({ length: 4 * AGES }, () => net.out(members));
  return away.map((area, a) =>
    area.map((persons, place) => {
      const outside = net.into(places[a][place]);
      const stayed = net.into(outside);
      return {
        families: net.cell(families, outside, persons.families),
        members: persons.members.map((count, cell) => net.cell(cells[cell], stayed, count)),
      };
    }),
  );
}
