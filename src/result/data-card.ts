import type { Localized } from '../language/language.ts';
import type { Base } from '../run/job.ts';

/** What a data card is told of. */
interface CardAbout {
  readonly city: string;
  readonly name: Localized;
  readonly year: number;
  readonly seed: string;
  readonly sample: number;
  readonly part: number;
  readonly version: string;
  readonly persons: number;
  readonly households: number;
  readonly fit: Base['fit'];
  readonly notes: readonly Localized[];
}

const count = (value: number): string => value.toLocaleString('en-US');

/** Total absolute error of the persons by age and sex, per cent. */
function error(fit: CardAbout['fit'], controlled: boolean): string {
  const rows = fit.filter((row) => row.controlled === controlled && Number.isFinite(row.target));
  const total = rows.reduce((sum, { target }) => sum + Math.abs(target), 0);
  const off = rows.reduce((sum, { difference }) => sum + Math.abs(difference), 0);
  return ((100 * off) / total).toFixed(2);
}

/** The card of a population written out: what it is, what of it is counted, modelled and assumed, and what it must not be used for. */
export function dataCard({
  city,
  name,
  year,
  seed,
  sample,
  version,
  persons,
  households,
  fit,
  notes,
}: CardAbout): string {
  return `# Synthetic population of ${name.en}, ${year} / ${name.zh}${year}年合成人口

${count(persons)} persons in ${count(households)} households (a row stands for ${Number((1 / sample).toPrecision(6))}). Everybody who lives in ${name.en} (${city}) or is registered there.
${count(persons)} 人、${count(households)} 户（每行代表 ${Number((1 / sample).toPrecision(6))} 个）：住在${name.zh}（${city}）或户籍在此的人。

**No record is a person. 没有一条记录是真实的人。** The people are drawn so that they add up to published tables; whoever looks alike does so by chance.
记录由公布的汇总表合成，与任何真人相似纯属偶然。

| | English | 中文 |
|---|---|---|
| counted / 统计所得 | residents by age, sex, county and side; registered population; family households, generations, one-person households; residents off their register by tier; schooling; marriage; activity and industry; renting (census of ${year}, see fit.csv: controlled = yes) | 分县常住人口的年龄、性别、城乡，户籍人口，家庭户及其代数、一人户，人户分离及来源，受教育程度，婚姻，就业与行业，租房（${year}年普查，见 fit.csv 中 controlled = yes） |
| modelled / 模型推得 | who lives with whom, kin, who of a family lives away, years since arrival, years insured, tenure, villages and their distance, land | 家庭成员的组合与亲属关系、家中谁在外、到达年、缴费年数、住房、村及其距离、承包地 |
| assumed / 假设 | what no table gives for the place: borrowed from its province or set by parameters base.* (luohu check --resolved; notes below) | 本地没有的表：借用本省的或由参数 base.* 设定（luohu check --resolved；见下） |

Made by luohu ${version} from seed \`${seed}\`; the same version, seed and data give the same bytes (manifest.json).
由 luohu ${version} 以种子 \`${seed}\` 合成；版本、种子和数据相同则逐字节相同（manifest.json）。

## Fit / 拟合

Total absolute error over all cells: ${error(fit, true)} % of the tables it was made from, ${error(fit, false)} % of those kept back (fit.csv; luohu population ${city} --year ${year} tells table by table).
各格绝对误差之和：用于合成的表 ${error(fit, true)}%，留作检验的表 ${error(fit, false)}%（fit.csv；luohu population ${city} --year ${year} 逐表说明）。

## Not to be used for / 不得用于

- telling anything of a real person, household, village or address; matching with registers or other records. 推断任何真实的人、户、村或地址；与登记或其他记录匹配。
- figures of small groups: below some hundred records a count is the luck of the draw. 小群体的数字：几百条记录以下全凭抽取的运气。
- relations the tables above do not hold (say, land by schooling): they are as the model assumes them. 上表所不含的关系（如承包地与受教育程度）：只是模型的假设。
- decisions about single households, or the training of systems that decide about people. 对具体家庭的决定，或训练对人做决定的系统。

What protects people here: the tables behind it are published for counties as a whole, and nothing else of anybody went in.
保护在于：所依据的是公布的分县汇总表，此外没有任何个人的信息。

## Notes / 说明

${notes.length === 0 ? '-' : notes.map(({ zh, en }) => `- ${en}\n- ${zh}`).join('\n')}
`;
}
