import { inEach, type Localized, text } from '../../language/language.ts';

export const judgement = text('判断；本市没有公布的数字', 'judgement; no published figure for the city');

export const capacityLever = text(
  '政策杠杆：1为由基年推得的容量',
  'a lever: 1 is the capacity derived from the base year',
);

export const driverSource = text('按2011—2025年全国数列判断', "judged from the nation's series of 2011-25");

export const nbs = text('国家统计局农民工监测调查', 'National Bureau of Statistics, migrant worker monitoring survey');

/** A figure of that survey. */
export const survey = (zh: string, en: string): Localized => inEach((lang) => nbs[lang] + text(zh, en)[lang]);

/** Published estimates on one topic, gathered under its English name. */
export const studies = (topic: string, zh: string): Localized =>
  text(`实证研究（${zh}，${topic}）`, `behaviour evidence, ${topic}`);
