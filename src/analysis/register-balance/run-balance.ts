import type { ReplicateResult } from '../../indicator/result.ts';
import { valueAt } from '../hindcast/target-value.ts';

/** One side of an area's register in one replicate, persons a year. `residual` is what the channels leave unexplained. */
interface SideFlows {
  readonly change: number;
  readonly natural: number;
  /** Registers gained (town) or given up (village) by settling; at the village side below 0. */
  readonly settlement: number;
  readonly reclassification: number;
  /** Set right in the books, from village to town. */
  readonly administrative: number;
  /** Moved out by students at admission and by people settled elsewhere: not above 0. */
  readonly outflow: number;
  readonly residual: number;
}

export interface RunBalance {
  readonly town: SideFlows;
  readonly village: SideFlows;
}

const CHANNELS = ['natural', 'settlement', 'students', 'elsewhere', 'reclassification', 'administrative'] as const;
type Channel = (typeof CHANNELS)[number];

/**
 * The balance of an area's registers (by place) in one replicate over the years after one and up to another, a year on average.
 *
 * A run tells what every channel c did to the town share r in points, x_c = 100 (dU_c - r0 dP_c) / P, and what it did to all
 * registers, dP_c: births less deaths, registers moved out, none by reclassification and by what is set right, the rest by settlement, which also moves
 * them between areas. So dU_c = x_c P / 100 + r0 dP_c, exactly.
 * @param scale factor on all flows
 */
export function runBalance(result: ReplicateResult, area: string, from: number, to: number, scale = 1): RunBalance {
  const years = result.years.filter((year) => year > from && year <= to).map((year) => flowsOf(result, area, year));
  const mean = (side: 'town' | 'village', key: keyof SideFlows): number =>
    scale * meanOf(years.map((year) => year[side][key]));
  const sideOf = (side: 'town' | 'village'): SideFlows => ({
    change: mean(side, 'change'),
    natural: mean(side, 'natural'),
    settlement: mean(side, 'settlement'),
    reclassification: mean(side, 'reclassification'),
    administrative: mean(side, 'administrative'),
    outflow: mean(side, 'outflow'),
    residual: mean(side, 'residual'),
  });
  return { town: sideOf('town'), village: sideOf('village') };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Both sides in one year. */
function flowsOf(result: ReplicateResult, area: string, year: number): RunBalance {
  const at = (indicator: string, when = year): number => valueAt(result, indicator, area, when);
  const [p0, p1] = [at('registered_population', year - 1), at('registered_population')];
  const [u0, u1] = [at('urban_registered_population.by_place', year - 1), at('urban_registered_population.by_place')];
  const natural = at('registered_births') - at('registered_deaths');
  const students = -at('register_out.students');
  const elsewhere = -at('register_out') - students;
  const settlement = p1 - p0 - natural - students - elsewhere;
  const all: Record<Channel, number> = {
    natural,
    settlement,
    students,
    elsewhere,
    reclassification: 0,
    administrative: 0,
  };
  const town = Object.fromEntries(
    CHANNELS.map((channel) => {
      const points = at(`registered_rate_change.${channel}`);
      return [channel, (points * p1) / 100 + (u0 / p0) * all[channel]];
    }),
  ) as Record<Channel, number>;
  const sum = (flows: Record<Channel, number>): number =>
    CHANNELS.reduce((total, channel) => total + flows[channel], 0);
  const side = (change: number, flow: (channel: Channel) => number, explained: number): SideFlows => ({
    change,
    natural: flow('natural'),
    settlement: flow('settlement'),
    reclassification: flow('reclassification'),
    administrative: flow('administrative'),
    outflow: flow('students') + flow('elsewhere'),
    residual: change - explained,
  });
  return {
    town: side(u1 - u0, (channel) => town[channel], sum(town)),
    village: side(p1 - p0 - (u1 - u0), (channel) => all[channel] - town[channel], sum(all) - sum(town)),
  };
}
