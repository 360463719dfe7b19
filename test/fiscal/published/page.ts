import type { Place } from './place.ts';

/** What the page is made of. */
interface Told {
  readonly year: number;
  readonly replicates: number;
  readonly places: readonly Place[];
  /** Shares of the places of Shanxi in the sum of what was published of them. */
  readonly shanxi: readonly {
    readonly city: string;
    readonly share: number;
    readonly settlersShare: number;
    readonly childrenShare: number;
  }[];
  readonly envelope: number;
  /** The nation's fund of the year and its residents. */
  readonly nation: { readonly yuan: number; readonly residents: number };
  /** What two provinces published, and their residents of the census of 2020. */
  readonly province: Readonly<Record<'shanxi' | 'fujian', { readonly yuan: number; readonly residents: number }>>;
}

/** Names for readers. */
const names: Readonly<Record<string, string>> = {
  '150200': 'Baotou 包头',
  '150400': 'Chifeng 赤峰',
  '621000': 'Qingyang 庆阳',
  '411200': 'Sanmenxia 三门峡',
  '140100': 'Taiyuan 太原',
  '140400': 'Changzhi 长治',
  '140700': 'Jinzhong 晋中',
  '350500': 'Quanzhou 泉州',
};
/** Region of a place in the Blue Book of Cities. */
const regionOf = (code: string): 'East' | 'Central' | 'West' =>
  code.startsWith('35') ? 'East' : /^(15|62)/.test(code) ? 'West' : 'Central';

const grouped = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const wan = (yuan: number): string => grouped(yuan / 1e4);
const perResident = ({ yuan, residents }: { readonly yuan: number; readonly residents: number }): string =>
  (yuan / residents).toFixed(1);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** The page, in Markdown: ours beside what was published, and what stays implausible, each sentence with its own figures. */
export function pageOf(told: Told): string {
  const { year, places, province } = told;
  const shanxi = places.filter(({ published }) => published !== null);
  const [sample] = places.map((place) => place.sample);
  return `# Award and cost beside published amounts

Made by \`npm run allotments\`: every place is run (\`luohu run PLACE --replicates ${told.replicates} --to ${year + 2}\`, samples of some
${grouped((sample! * places[0]!.residents) / 1000)},000 persons) and read by \`luohu fiscal\`. Published amounts: [award-allotments.csv](../../data/award-allotments.csv),
[citizenization-cost.csv](../../data/citizenization-cost.csv). The rule's weights and step-down are unpublished; ours are assumptions, so the right order is the most
that can be asked. 由脚本生成：模型的奖励与成本同公布数字并列；权重、退坡未公布，只能比较量级。

## Award of ${year}, envelope form

${table(
  [
    'place',
    'settlers counted anew',
    'accompanying children',
    'award, 万元 (P10–P90)',
    'of it for children',
    'yuan a resident',
    'one new settler, first year, yuan',
    'over five years, yuan',
    'published, 万元',
    'ours over published',
  ],
  places.map(({ code, settlers, children, residents, money, published }) => [
    names[code] ?? code,
    grouped(settlers),
    grouped(children),
    `${wan(money.mean)} (${wan(money.p10)}–${wan(money.p90)})`,
    percent(money.childrenPart / (money.settlersPart + money.childrenPart)),
    (money.mean / residents).toFixed(1),
    grouped(money.firstYear),
    grouped(money.allYears),
    published === null ? '' : wan(published),
    published === null ? '' : (money.mean / published).toFixed(2),
  ]),
)}

Published, a resident (census of 2020): Shanxi ${perResident(province.shanxi)} yuan (2024), Fujian ${perResident(province.fujian)} yuan (2020, the province's own money
included); the nation's fund of ${year} is ${perResident(told.nation)} yuan a resident (${told.nation.yuan / 1e9} billion, recalled). 125 billion of 2016-2020 over the 100 million who were to settle is 1,250 yuan each, all years added.

## Shares inside Shanxi

The three cities share what was published of them together, ${wan(told.envelope)}万元, by the model's counts (\`luohu fiscal RUN.. --envelope\`).

${table(
  ['city', 'published', 'model', "of the settlers' part", "of the children's part"],
  told.shanxi.map(({ city, share, settlersShare, childrenShare }) => [
    names[city] ?? city,
    percent(places.find(({ code }) => code === city)!.published! / told.envelope),
    percent(share),
    percent(settlersShare),
    percent(childrenShare),
  ]),
)}

## Cost of a settled person, ${year}, all levels of government

${table(
  [
    'place',
    'public services, yuan a year',
    'of it added by settling',
    'rest of life, present value, yuan',
    'Blue Book of Cities, its region, at our prices',
    'ours over theirs',
  ],
  places.map(({ code, servedYearly, addedYearly, lifetime, estimates }) => {
    const theirs = estimates.find(({ author, region }) => author === 'CASS IUE' && region === regionOf(code))!;
    return [
      names[code] ?? code,
      grouped(servedYearly),
      grouped(addedYearly),
      grouped(lifetime),
      `${grouped(theirs.now)} (${regionOf(code)})`,
      (lifetime / theirs.now).toFixed(2),
    ];
  }),
)}

Theirs add up a lifetime, from nothing to everything and undiscounted, with city facilities and the present value of employee pensions
([README](README.md#published-estimates)); ours is the running cost of the rest of life of a head of a family of three.

## What stays implausible

${doubts(told, shanxi)
  .map((line) => `- ${line}`)
  .join('\n')}
`;
}

/** What a reader should not believe, found in the figures themselves. */
function doubts(
  { places, shanxi: shares, envelope, province, nation, year }: Told,
  shanxi: readonly Place[],
): string[] {
  const name = (code: string): string => (names[code] ?? code).split(' ')[0]!;
  const ours = shanxi.reduce((sum, { money }) => sum + money.mean, 0);
  const off = shanxi.filter(({ money, published }) => money.mean / published! > 2 || money.mean / published! < 0.5);
  const wide = places.filter(({ money }) => money.p90 > 3 * Math.max(1, money.p10));
  const misplaced = shares
    .map(({ city, share }) => ({ city, gap: share - places.find(({ code }) => code === city)!.published! / envelope }))
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  const perHead = places.map(({ code, money, residents }) => ({ code, yuan: money.mean / residents }));
  const [low, high] = [
    perHead.reduce((a, b) => (b.yuan < a.yuan ? b : a)),
    perHead.reduce((a, b) => (b.yuan > a.yuan ? b : a)),
  ];
  const byChildren = places.filter(({ money }) => money.childrenPart > 0.5 * (money.settlersPart + money.childrenPart));
  const listed = (list: readonly Place[]): string => list.map(({ code }) => name(code)).join(', ');
  return [
    `Level in Shanxi: the model gives its three cities ${wan(ours)}万元 together, ${(ours / envelope).toFixed(2)} times the ${wan(envelope)} published${
      off.length === 0
        ? '; none is off by more than a factor of two'
        : `; off by more than a factor of two: ${listed(off)}`
    }. Shanxi's allotment has a part for "work effort" that the national rule does not have, and may hold money of the province.`,
    `Shares in Shanxi: the largest miss is ${name(misplaced[0]!.city)}, ${(100 * misplaced[0]!.gap).toFixed(1)} points of the three cities' sum.`,
    `Spread over places: ${high.yuan.toFixed(1)} yuan a resident in ${name(high.code)}, ${low.yuan.toFixed(1)} in ${name(low.code)}; the nation's fund is ${perResident(nation)}, Fujian's of 2020 ${perResident(province.fujian)}.`,
    byChildren.length === 0
      ? 'Children: nowhere more than half of the award, where the nation gives them an assumed fifth.'
      : `Children: more than half of the award in ${listed(byChildren)}, where the nation gives them an assumed fifth: either too few settle in the model there or too many children count as accompanying.`,
    wide.length === 0
      ? 'Intervals: nowhere is P90 more than three times P10.'
      : `Intervals: P90 is more than three times P10 in ${listed(wide)}. Who settles rests on assumptions about behaviour that no count of the police has yet narrowed; with such counts (\`luohu calibrate\`) it does.`,
    `Nobody has published the award of the four cities of this package in any year, so their rows cannot be checked; nor is the data year of ${year}'s allotment known (ours: the year before).`,
  ];
}
