import type { Localized } from '../../language/language.ts';
import type { ChartName } from '../charts.ts';
import { type Parts, partWords } from '../parts.ts';
import type { ExtraPart } from '../read/read-extras.ts';

/** A part of the page: a heading, how to read it, and its charts. */
export interface Section {
  readonly id: string;
  readonly title: Localized;
  readonly lead: Localized;
  readonly charts: readonly ChartName[];
  /** Charts of other commands that belong here. */
  readonly extras?: ExtraPart;
}

/** The parts of the page that hold charts of a run, in the order a reader meets them. */
export const sectionsOf = (parts: Parts): readonly Section[] => [
  {
    id: 'rates',
    title: { zh: '两个城镇化率', en: 'The two urbanization rates' },
    lead: {
      zh: '常住人口城镇化率与户籍人口城镇化率，连同公布值和文件目标，以及达到目标的可能。',
      en: "Resident and registered urbanization rate, with published figures, the documents' targets and how likely they are.",
    },
    charts: ['rates', 'target-dots'],
  },
  {
    id: 'map',
    title: { zh: '地图', en: 'The map' },
    lead: {
      zh: '每个地方按所选年份（缺省为末年）着色；指向一个地方可见名称、数值与区间。',
      en: 'Every place in the colour of its rate in the year chosen, or the last year; point at one for its name, figure and interval.',
    },
    charts: ['map', 'tiles', 'tiles-places', 'map-others'],
  },
  {
    id: 'settlement',
    title: { zh: '谁落户，依据哪一条', en: 'Who settles, and by which clause' },
    lead: {
      zh: '落户人数按途径和条款，以及落户者当时的年龄、进城年数、住房、受教育程度和原户籍地。',
      en: 'Persons who settled by route and clause, and their age, years in town, dwelling, schooling and origin at that moment.',
    },
    charts: ['settlements', 'who-settles', 'register-balance'],
  },
  {
    id: 'flows',
    title: { zh: '人口往哪里走', en: 'Where people move' },
    lead:
      parts === 'counties'
        ? {
            zh: '居住地的变动，落户与否都计入。',
            en: 'Moves of residence, whether or not the register follows.',
          }
        : {
            zh: '各地内部及进出各地的居住地变动之和，落户与否都计入。',
            en: 'Moves of residence inside the places and over their borders, added up, whether or not the register follows.',
          },
    charts: ['flows'],
  },
  {
    id: 'counties',
    title: partWords[parts].heading,
    lead: partWords[parts].click,
    charts: ['counties', 'county-fans'],
  },
  {
    id: 'people',
    title: { zh: '人口结构', en: 'The people' },
    lead: { zh: '常住人口的年龄与性别。', en: 'Residents by age and sex.' },
    charts: ['age-pyramid'],
  },
  {
    id: 'services',
    title: { zh: '公共服务：需求、容量、缺口', en: 'Services: demand, capacity, shortfall' },
    lead: {
      zh: '容量由基年使用量加所列富余比例推得，并非公布的容量。',
      en: 'Capacity is derived from base-year use and stated spare shares, not from published figures.',
    },
    charts: ['services', 'capacity'],
  },
  {
    id: 'money',
    title: { zh: '成本与奖励资金', en: 'Cost and award fund' },
    lead: { zh: '由 luohu fiscal 计算。', en: 'Worked out by luohu fiscal.' },
    charts: [],
    extras: 'fiscal',
  },
  {
    id: 'effects',
    title: { zh: '各项措施的作用', en: 'What each lever and clause did' },
    lead: { zh: '由 luohu attribute 分解。', en: 'Taken apart by luohu attribute.' },
    charts: [],
    extras: 'effects',
  },
  {
    id: 'counted',
    title: { zh: '与公布数相比', en: 'Beside what was counted' },
    lead: {
      zh: '模拟年份中公布过的数字与模拟区间的比较；全部见 counted.csv。',
      en: 'Figures published for years that are simulated, beside the simulated intervals; all of them are in counted.csv.',
    },
    charts: ['counted-years', 'counted-provinces'],
  },
  {
    id: 'account',
    title: { zh: '迁移账', en: 'The account of moves' },
    lead: {
      zh: '各地分别模拟：离开一地的人必须到达另一地。数字见 migration.csv。',
      en: 'Places are simulated one by one: who leaves one for another must arrive there. The figures are in migration.csv.',
    },
    charts: ['move-account'],
  },
  {
    id: 'trust',
    title: { zh: '可信程度', en: 'How far to trust it' },
    lead: {
      zh: '自有数字与模拟，基年人口与普查的吻合，以及有则列出的回测评分。',
      en: 'Figures of one’s own beside the simulated ones, where there are any, how the base population meets the census, and the scores of backtests where there are any.',
    },
    charts: ['own-figures', 'fit'],
    extras: 'scores',
  },
];
