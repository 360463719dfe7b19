import type { Localized } from '../language/language.ts';

/** What a reader of the tables must know. */
export const notes: readonly Localized[] = [
  {
    zh: '生均公用经费基准定额只是生均经费的一部分：每个学位按生均一般公共预算教育经费计，中央与省只按比例分担定额部分',
    en: 'The per-pupil operating quota is a fraction of what a pupil costs: places are costed at the per-pupil budget, and the centre and the province share the quota alone',
  },
  {
    zh: '低保为补差：按标准的一部分计发，不按标准全额',
    en: 'The subsistence allowance tops incomes up: a part of the standard is paid, not the standard',
  },
  {
    zh: '学术估算多为终身合计，不能当作年度支出，仅作对照',
    en: 'Published estimates add up lifetimes: they stand beside ours and are never used as a yearly flow',
  },
  {
    zh: '住房公积金属于个人，不是财政资金，不计入任何预算',
    en: "The housing provident fund is the workers' own money and stands in no budget",
  },
  {
    zh: '单位和个人社保缴费进入社会保险基金预算；养老金待遇由基金支付，不再重复计入',
    en: 'Contributions of employers and workers go to the social insurance budget; the pensions it pays are not counted again',
  },
  {
    zh: '权重、退坡、成本和困难系数、省级配套等均未公布：为有名称、有范围的假设，不是规定',
    en: "Weights, step-down, cost and difficulty coefficients and the province's part are not published: assumptions with names and ranges, never law",
  },
  {
    zh: '医院床位只列需求：造价无来源，且由医疗服务收入与各级投资负担',
    en: 'Hospital beds are demand only: no source gives their cost, and fees and several levels pay for them',
  },
  {
    zh: '学位按持续数年的学生人数均值规划，先共用、再扩班、后新建；乡村空余学位不因学生离开而省下支出，除非撤并',
    en: 'Seats are planned on the mean number of pupils that lasts, shared first, then by classes, then by schools; idle village seats save nothing until schools are closed',
  },
  {
    zh: '落户者在城出生的子女计入城镇户籍人口，不计入已落户人数',
    en: 'Children born in town to settlers are townspeople from birth and not among the settled',
  },
  {
    zh: '子女随迁就学、公共卫生等在落户前已由居住地承担；落户只增加随户籍走的部分',
    en: 'Schooling and public health are borne where people live before they settle; settling adds what follows the register',
  },
];
