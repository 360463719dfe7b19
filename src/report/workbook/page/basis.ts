import { type Localized, text } from '../../../language/language.ts';
import { newSheet } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import type { Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { putTable } from './text-table.ts';

const say = {
  name: text('政策依据', 'Legal basis'),
  title: text('政策依据与阅读情况', 'Legal basis, and what of it was read'),
  subtitle: text(
    '未读到的条文不据以推定；其所定数值在本工作簿中一律为假设。',
    'Nothing is inferred from articles that were not read; what they set is an assumption in this book.',
  ),
  head: [
    text('文号', 'Number'),
    text('名称', 'Title'),
    text('日期', 'Date'),
    text('用于', 'Used for'),
    text('阅读情况', 'Read'),
    words.source,
  ],
};

/** One act: number, title, date, what it is used for, how far it was read, where. */
type Act = readonly [number: string, title: Localized, date: string, used: Localized, read: Localized, url: string];

const acts: readonly Act[] = [
  [
    '财预〔2022〕60号',
    text('中央财政农业转移人口市民化奖励资金管理办法', 'Management rule of the award fund, revised'),
    '2022-04-13',
    text(
      '因素：落户人数、分档、退坡、成本、困难、随迁子女',
      'Factors: settled, tiers, step-down, cost, difficulty, children',
    ),
    text('仅读到第一至四条；第五条以后未读', 'Articles 1-4 only; from article 5 on not read'),
    'http://yiyang.gov.cn/yiyang/2/134/14114/38580/38639/content_1641333.html',
  ],
  [
    '财预〔2022〕63号',
    text('下达2022年奖励资金的通知', 'Allotment notice of 2022'),
    '2022-04-13',
    text('总额、提前下达比重、向基层倾斜', 'Envelope, advance share, leaning to the grass roots'),
    text('正文已读；分省分配表未存', 'Text read; the table by province not stored'),
    'https://0798ci.com/law/131901.html',
  ],
  [
    '财预〔2016〕162号',
    text('奖励资金管理办法（已全文废止）', 'First management rule (repealed in full)'),
    '2016-11-18',
    text('资金设立年份', 'First year of the fund'),
    text('仅读到引言', 'Preamble only'),
    'https://ow369.com/article/b9/161640.html',
  ],
  [
    '国发〔2016〕44号',
    text('实施支持农业转移人口市民化若干财政政策的通知', 'Fiscal policies supporting citizenisation'),
    '2016-07-27',
    text('省级自设奖励、支出责任', "Province's own award, duties"),
    text('已读；省级自设奖励一条凭记忆', 'Read; the article on provincial awards recalled'),
    'https://www.360wenmi.com/f/fileyzbd7tor.html',
  ],
  [
    '国土资发〔2016〕123号',
    text('城镇建设用地增加规模同吸纳农业转移人口落户数量挂钩机制实施意见', 'Construction land tied to settlement'),
    '2016-10',
    text('每落户一人用地', 'Land a settler'),
    text('据新华社报道，原文未读', 'From Xinhua; the text itself not read'),
    'https://www.yybnet.net/news/china/201610/5709250.html',
  ],
  [
    '国办发〔2018〕6号',
    text(
      '基本公共服务领域中央与地方共同财政事权和支出责任划分改革方案',
      'Division of shared duties between centre and localities',
    ),
    '2018-02',
    text('中央分担比例', "The centre's shares"),
    text('凭记忆，未复核', 'From memory, not re-read'),
    '',
  ],
];

/** Acts by number with how far each was read. */
export function basisPage(context: Context): { readonly sheet: Sheet } {
  const { say: said } = context;
  const sheet = newSheet(said(say.name), 'text', [22, 40, 12, 36, 34, 46], { titleRow: FIRST_ROW });
  putHead(context, sheet, said(say.title), said(say.subtitle));
  putTable(
    sheet,
    FIRST_ROW,
    say.head.map(said),
    acts.map(([number, title, date, used, read, url]) => [
      number,
      said(title),
      date,
      said(used),
      said(read),
      url || null,
    ]),
  );
  return { sheet };
}
