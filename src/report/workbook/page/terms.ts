import type { Localized } from '../../../language/language.ts';
import { budgetLines } from '../../fiscal/labels.ts';
import { newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import type { Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { putTable } from './text-table.ts';

const say = {
  name: { zh: '口径', en: 'Definitions' },
  title: { zh: '统计与测算口径', en: 'How things are counted' },
  subtitle: {
    zh: '本工作簿所用名词的含义及所据文件。',
    en: 'What the words of this workbook mean and what they rest on.',
  },
  term: { zh: '名词', en: 'Term' },
  meaning: { zh: '口径', en: 'Counted as' },
};

interface Term {
  readonly term: Localized;
  readonly meaning: Localized;
  readonly source: Localized;
}

const model: Localized = {
  zh: '本模型说明（src/process/README.md）',
  en: "this model's own description (src/process/README.md)",
};
const rule: Localized = { zh: '财预〔2022〕60号第四条', en: '财预〔2022〕60号, article 4' };

const terms: readonly Term[] = [
  {
    term: { zh: '落户人数', en: 'Settled persons' },
    meaning: {
      zh: '落户前持农村户籍、经法定途径把户口迁入城镇的人；出生、城乡划分变更和城镇户籍迁移不计入。学生与退役军人由开关决定。',
      en: 'Persons who held a village register and moved it into a town by a legal route; births, reclassification and people who move a town register are out. Students and veterans by their switches.',
    },
    source: rule,
  },
  {
    term: { zh: '批次（落户年份）', en: 'Vintage' },
    meaning: {
      zh: '落户的自然年。以前年度落户的按退坡比例计；模拟开始前的批次没有记录，按首年的若干倍估计（假设）。',
      en: 'The calendar year of settling. Earlier vintages count by their step; those before the run are not recorded and taken as a multiple of the first year (an assumption).',
    },
    source: rule,
  },
  {
    term: { zh: '跨省、省内跨市、本市', en: 'Tiers' },
    meaning: {
      zh: '按落户前户籍所在地；本市含县内和市内跨县。',
      en: 'By the place of register before settling; same city holds moves inside a county and between its counties.',
    },
    source: rule,
  },
  {
    term: { zh: '随迁子女', en: 'Accompanying children' },
    meaning: {
      zh: '在城镇接受义务教育、户籍在其他县农村的儿童，年末数。',
      en: 'Children with a village register of another county in compulsory schooling in towns, at the year end.',
    },
    source: rule,
  },
  {
    term: { zh: '居住证部分', en: 'Permits' },
    meaning: {
      zh: '当年新发居住证；只有当地规则计入时才有（例如庆阳），由开关决定。',
      en: 'Permits issued in the year; only where the local rule counts them (Qingyang for one), by a switch.',
    },
    source: { zh: '当地政策文件（data/documents）', en: 'the local documents (data/documents)' },
  },
  {
    term: { zh: '总额分配与定额补助', en: 'Share of the envelope and fixed amount' },
    meaning: {
      zh: '两种都不违反已公布条文：前者把确定的总额按因素分完，各地多落户则摊薄；后者按某一年的人均标准补助，总额不封顶。',
      en: 'Neither contradicts the published articles: the first shares a given total by the factors and thins out when others settle more; the second pays the rate of one year a person and does not close.',
    },
    source: { zh: '未公布，假设；见“假设与来源”', en: 'not published, an assumption; see Assumptions' },
  },
  {
    term: { zh: '生均公用经费定额', en: 'Per-pupil operating quota' },
    meaning: {
      zh: '只是生均经费的一部分，不能当作一个学位的成本；一个学位按生均一般公共预算教育经费计。',
      en: 'A fraction of what a pupil costs and never the cost of a place; a place is costed at the per-pupil budget.',
    },
    source: {
      zh: '国发〔2015〕67号；全国教育经费执行情况统计公告',
      en: '国发〔2015〕67号; bulletins on education funds',
    },
  },
  {
    term: { zh: '低保', en: 'Subsistence allowance' },
    meaning: {
      zh: '补差发放：按标准的一部分计，不按标准全额计。',
      en: 'Tops income up to the standard: a part of the standard is paid, not the standard.',
    },
    source: { zh: '社会救助暂行办法', en: 'Interim Measures for Social Assistance' },
  },
  {
    term: { zh: '终身成本估算', en: 'Lifetime estimates' },
    meaning: {
      zh: '学术机构的“市民化成本”多为多年合计，只作对照，不作年度支出。',
      en: 'Published costs of citizenisation add up many years; they stand beside ours and are never a yearly flow.',
    },
    source: { zh: '见“对照”表各行', en: 'see the rows of the sheet Comparison' },
  },
  {
    term: { zh: '原有城镇户籍、模拟期内落户、持居住证、人户分离无居住证、村内户籍', en: 'Register status' },
    meaning: {
      zh: '常住人口按年末户籍状态分为五类，互不重叠，合计为常住人口。',
      en: 'Residents by their register at the year end: five groups that do not overlap and add up to the residents.',
    },
    source: model,
  },
  {
    term: budgetLines.borne,
    meaning: {
      zh: '同一批人如果没有落户、仍持居住证，居住地财政照样支付的部分；落户只增加其余部分。',
      en: 'What the place of residence would pay for the same people as permit holders; settling adds only the rest.',
    },
    source: model,
  },
  {
    term: { zh: '现价与不变价', en: 'Current and constant prices' },
    meaning: {
      zh: '现价按各年标准；不变价按“系数”表的缩减指数折到价格年份。',
      en: 'Current prices use the standard of each year; constant prices bring them to the price year by the deflator on the sheet Coefficients.',
    },
    source: { zh: '增长率与缩减指数为假设', en: 'growth and deflator are assumptions' },
  },
  {
    term: { zh: 'P10、P50、P90', en: 'P10, P50, P90' },
    meaning: {
      zh: '各次模拟结果的第10、50、90百分位（PERCENTILE，线性内插），由“重复样本”表逐次重算，随系数变化；只反映模拟的不确定性，不含系数本身的不确定性。',
      en: 'Percentiles of the replicates (PERCENTILE, linear interpolation), worked out again on the sheet Replicates when a coefficient changes; they hold the uncertainty of the run, not of the coefficients.',
    },
    source: model,
  },
  {
    term: { zh: '万元', en: '10,000 yuan' },
    meaning: {
      zh: '除单位成本与人均数（元）外，金额均为万元。',
      en: 'The unit of money, except unit costs and amounts a person (yuan).',
    },
    source: { zh: '—', en: '—' },
  },
];

export function termsPage(context: Context): { readonly sheet: Sheet } {
  const { say: text } = context;
  const sheet = newSheet(text(say.name), 'text', [26, 84, 36], { titleRow: FIRST_ROW, single: true });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  putTable(
    sheet,
    FIRST_ROW,
    [text(say.term), text(say.meaning), text(words.source)],
    terms.map(({ term, meaning, source }) => [text(term), text(meaning), text(source)]),
  );
  return { sheet };
}
