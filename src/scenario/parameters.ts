import type { Localized } from '../language/language.ts';
import type { Mark } from './scenario.ts';

/** Closed list of units a value may carry in a scenario file. */
export const units = [
  'probability',
  'probability/year',
  'share',
  'factor',
  'rate/year',
  'utility',
  'utility/year',
  'utility/km-log',
  'yuan/month',
  'yuan/year',
  'yuan/m2',
  'mu',
  'km',
  'year',
  'households',
] as const;
export type Unit = (typeof units)[number];

/** What is known of a parameter before a scenario says anything. */
export interface ParameterSpec {
  readonly unit: Unit;
  readonly value: number;
  /** Where the truth may lie; null for a definition or a published constant. Draws are triangular on it, mode at the value. */
  readonly range: readonly [number, number] | null;
  /** Values outside are refused: the limits of meaning, not of belief. */
  readonly limits: readonly [number, number];
  readonly mark: Mark;
  /** Where the value comes from, or the reason for it. */
  readonly source: Localized;
  /** `false` for values the base population is built from: it is shared by all replicates, so they are never drawn. */
  readonly drawn: boolean;
  readonly name: Localized;
}

const anyNumber = [-1e9, 1e9] as const;
const positive = [0, 1e9] as const;
const unitInterval = [0, 1] as const;

type Limits = readonly [number, number];
const limitsOf: Record<Unit, Limits> = {
  probability: unitInterval,
  'probability/year': unitInterval,
  share: unitInterval,
  factor: [0, 100],
  'rate/year': [-0.5, 1],
  utility: [-50, 50],
  'utility/year': [-10, 10],
  'utility/km-log': [-10, 10],
  'yuan/month': positive,
  'yuan/year': positive,
  'yuan/m2': positive,
  mu: [0, 100_000],
  km: [0, 5_000],
  year: [0, 200],
  households: [10, 5_000],
};

function parameter(
  unit: Unit,
  value: number,
  range: Limits | null,
  mark: Mark,
  source: Localized,
  zh: string,
  en: string,
  drawn = true,
): ParameterSpec {
  return { unit, value, range, limits: limitsOf[unit] ?? anyNumber, mark, source, drawn, name: { zh, en } };
}

const judgement: Localized = { zh: '判断；本市没有公布的数字', en: 'judgement; no published figure for the city' };
const capacityLever: Localized = {
  zh: '政策杠杆：1为由基年推得的容量',
  en: 'a lever: 1 is the capacity derived from the base year',
};
const roughFit: Localized = {
  zh: '取值使2010—2020年大致吻合；校准后由校准值代替',
  en: 'set so that 2010 to 2020 is met roughly; calibration replaces it',
};
const nbs: Localized = {
  zh: '国家统计局农民工监测调查',
  en: 'National Bureau of Statistics, migrant worker monitoring survey',
};
const survey = (zh: string, en: string): Localized => ({ zh: nbs.zh + zh, en: nbs.en + en });
/** Published estimates on one topic, gathered under its English name. */
const studies = (topic: string, zh: string): Localized => ({
  zh: `实证研究（${zh}，${topic}）`,
  en: `behaviour evidence, ${topic}`,
});

/** Every parameter of the model, in the order of the processes. City scenarios override the values they know better. */
// biome-ignore format: a table to be read down, one parameter a line
export const parameterSpecs = {
  // base population: fixed over replicates
  'base.insideShare': parameter('share', 0.4, [0, 0.7], 'assumption', { zh: '没有表把“省内其他县”分为本市与市外', en: 'no table splits other counties of the province into inside and outside the city' }, '来自省内其他县的常住人口中来自本市的比例', 'share of residents from another county of the province who come from inside the city', false),
  'base.registeredTownShare': parameter('share', 0.36, [0.25, 0.5], 'assumption', { zh: '2020年全国按地域统计为45.4%，中西部小地级市低于此', en: 'national rate by place 45.4 in 2020; small western and central prefectures lie below' }, '户籍登记在城镇的比例（按登记地）', 'share of registered persons whose register lies in a town (by place)', false),
  'base.wholeFamilyAwayShare': parameter('share', 0.21, [0.15, 0.4], 'derived', survey('2014年：外出农民工16821万人，其中举家外出3578万人', ' 2014: 35.78 of 168.21 million out-migrants moved as whole families'), '举家外出者占外出人口的比例', 'share of absent persons who left with the whole family', false),
  'base.awayProvinceShare': parameter('share', 0.55, [0.4, 0.7], 'published', survey('：外出农民工留在省内的，西部55%，中部48%', ': 55 % of out-migrants of the West and 48 % of the Centre stay in their province'), '市外外出人口留在省内的比例', 'share of persons away from the city who stay in the province', false),
  'base.landMu': parameter('mu', 15, [5, 25], 'assumption', { zh: '村情资料与全省户均承包面积', en: 'village profiles and provincial contracted area per household' }, '每户承包地', 'contracted land of a rural registered household', false),
  'base.homesteadShare': parameter('share', 0.92, [0.8, 1], 'assumption', judgement, '有宅基地的农村户籍家庭比例', 'rural registered households with a homestead', false),
  'base.herderShare': parameter('share', 0, [0, 0.15], 'assumption', judgement, '牧户比例', 'pastoral households among rural registered households', false),
  'base.villageHouseholds': parameter('households', 300, [200, 400], 'assumption', { zh: '行政村为200—400户', en: 'administrative villages of 200-400 households' }, '行政村户数', 'households of a village: the unit of peers', false),
  'base.villageDistanceKm': parameter('km', 25, [10, 60], 'assumption', judgement, '村到县城平均距离', 'mean road distance from village to county seat', false),
  'base.permitShare': parameter('share', 0.35, [0.2, 0.65], 'derived', { zh: '2020年流动人口持证者至多29.3%；各地报道为20%—65%', en: 'at most 29.3 % of the floating population held a permit in 2020; local reports 20-65 %' }, '基年离开户籍地人口的居住证持有率', 'share of people off their register who hold a residence permit in the base year', false),
  'base.ownShare': parameter('share', 0.19, [0.18, 0.25], 'published', survey('2018年：购房者占19.0%', ' 2018: 19.0 % bought'), '进城农民家庭自有住房比例', 'migrant households in town who own', false),
  'base.employerShare': parameter('share', 0.129, [0.12, 0.14], 'published', survey('2018年：12.9%', ' 2018: 12.9 %'), '进城农民家庭单位住房比例', 'migrant households housed by the employer', false),
  'base.publicRentalShare': parameter('share', 0.013, [0.013, 0.029], 'published', survey('2018年：公租房1.3%，加上购买的保障性住房为2.9%', ' 2018: public rental 1.3 %, with purchased affordable housing 2.9 %'), '进城农民家庭公租房比例', 'migrant households in public rental housing', false),
  // vital rates
  'mortality.factor': parameter('factor', 1, [0.9, 1.1], 'assumption', { zh: '在数据的省级系数之上', en: 'on top of the provincial factor of the data' }, '死亡概率系数', 'factor on the probability of dying'),
  'fertility.factor': parameter('factor', 1, [0.85, 1.15], 'assumption', { zh: '在使模型得出普查儿童数的系数之上', en: 'on top of the factor that reproduces the children counted' }, '生育率系数', 'factor on fertility'),
  'union.hazard': parameter('probability/year', 0.17, [0.12, 0.22], 'assumption', { zh: '使女性平均初婚年龄接近28岁（2020年普查）', en: 'reproduces a mean age at first marriage of women near 28 (2020 census)' }, '未婚女性结婚概率峰值', 'highest yearly chance of a single woman to form a union'),
  'union.peakAge': parameter('year', 26, [25, 28], 'assumption', { zh: '2020年普查：女性平均初婚年龄28.0岁', en: '2020 census: women first marry at 28.0 on average' }, '结婚概率峰值年龄', 'age of that chance'),
  'union.ageSpread': parameter('year', 7, [5, 9], 'assumption', judgement, '结婚概率年龄宽度', 'width of its profile over age'),
  'union.newHousehold': parameter('probability', 0.6, [0.4, 0.8], 'assumption', judgement, '婚后另立门户的概率', 'chance that a new couple founds a household of its own'),
  'leavingHome.hazard': parameter('probability/year', 0.015, [0.005, 0.03], 'assumption', { zh: '两次普查之间户均人数每年约减少0.05人', en: 'household size fell by about 0.05 a year between the censuses' }, '未婚成年人离家独居概率', 'yearly chance of a single adult of 20-35 to leave the parental home'),
  'education.seniorShare': parameter('probability', 0.9, [0.85, 0.95], 'published', { zh: '教育部：2020年高中阶段毛入学率91.2%', en: 'Ministry of Education: gross enrolment of senior secondary 91.2 % in 2020' }, '初中毕业升入高中阶段比例', 'share entering senior secondary school after junior'),
  'education.collegeShare': parameter('probability', 0.55, [0.45, 0.62], 'published', { zh: '教育部：2020年高等教育毛入学率54.4%', en: 'Ministry of Education: gross enrolment of higher education 54.4 % in 2020' }, '高中毕业升入大专以上比例', 'share of senior secondary leavers entering college'),
  'education.collegeOutside': parameter('probability', 0.85, [0.6, 0.95], 'assumption', judgement, '在市外上大学的比例', 'share of college entrants who study outside the city'),
  'education.registerAtAdmission': parameter('probability', 0.25, [0.1, 0.4], 'assumption', { zh: '录取学生中迁移户口者的比例', en: 'share of admitted students who transfer their register' }, '入学迁户口比例', 'share of college entrants outside the city who take their register along'),
  // income, by destination
  'income.village': parameter('yuan/year', 17000, [14000, 21000], 'assumption', { zh: '本市农村居民人均可支配收入（data/income.csv）', en: 'rural disposable income per person of the prefecture (data/income.csv)' }, '农村居民人均可支配收入（2020年价）', 'rural disposable income per person, base of the village alternative'),
  'income.town': parameter('yuan/month', 3400, [2800, 4100], 'assumption', survey('：2020年本地农民工月均3606元', ': local migrant workers 3,606 yuan a month in 2020'), '县城月工资', 'monthly wage of a mover in the county town'),
  'income.centre': parameter('yuan/month', 3700, [3000, 4500], 'assumption', { zh: `介于${nbs.zh}的本地与外出农民工工资之间`, en: `between local and out-migrant wages of the ${nbs.en}` }, '中心城区月工资', 'monthly wage of a mover in the central city'),
  'income.province': parameter('yuan/month', 4300, [3900, 4700], 'derived', survey('：2020年省内外出农民工', ': out-migrants inside the province, 2020'), '省内市外月工资', 'monthly wage elsewhere in the province'),
  'income.nation': parameter('yuan/month', 4800, [4500, 5100], 'derived', survey('：2020年外出农民工月均4549元，跨省者更高', ': out-migrants 4,549 yuan in 2020, more across provinces'), '省外月工资', 'monthly wage in other provinces'),
  'income.townGrowth': parameter('rate/year', 0.05, [0.04, 0.07], 'assumption', { zh: '2016—2022年的收入', en: 'incomes 2016-22' }, '工资名义增长率', 'nominal growth of wages'),
  'income.villageGrowth': parameter('rate/year', 0.06, [0.05, 0.09], 'assumption', { zh: '2016—2022年农村收入增长较快；假设此后差距缩小得更慢', en: 'rural incomes 2016-22 grew faster; the gap is assumed to close more slowly later' }, '农村收入名义增长率', 'nominal growth of rural income'),
  'income.villageEarners': parameter('factor', 1.8, [1.5, 2.2], 'assumption', { zh: '农村人均收入按包括被抚养者在内的人数计算，按劳动力计算则较高', en: 'rural income per person counts dependants; per earner it is higher' }, '农村每个劳动力与人均收入之比', 'rural income per earner over income per person'),
  'income.landYuanPerMu': parameter('yuan/year', 250, [80, 500], 'assumption', { zh: '媒体报道的流转案例，偏高', en: 'press cases of leases, upper-biased' }, '每亩土地年收益', 'yearly income of a mu of contracted land'),
  'job.townChance': parameter('probability', 0.88, [0.75, 0.95], 'assumption', judgement, '县城找到工作的概率', 'chance of a job in a town of the city'),
  'job.outsideChance': parameter('probability', 0.93, [0.85, 0.98], 'assumption', judgement, '市外找到工作的概率', 'chance of a job outside the city'),
  'job.formalHazard': parameter('probability/year', 0.03, [0.01, 0.06], 'assumption', judgement, '非正规就业转为参保就业的概率', 'yearly chance of an informal worker in town to find an insured job'),
  'job.trainingGain': parameter('factor', 1.2, [1, 1.5], 'assumption', { zh: '培训人数与效果大小均未公布', en: 'no published number of trained or size of effect' }, '补贴培训使转入参保就业概率提高的系数', 'factor on finding an insured job where training is subsidised'),
  'job.startupHazard': parameter('probability/year', 0.004, [0, 0.012], 'assumption', { zh: '创业担保贷款的笔数与金额均未公布', en: 'no published number or size of start-up loans' }, '创业担保贷款使工人创业的概率', 'yearly chance that a worker or job seeker in town starts a business where start-up loans are given'),
  'job.hiredInsured': parameter('probability', 0.1, [0, 0.25], 'assumption', { zh: '享受补贴的岗位数未公布', en: 'no published number of subsidised posts' }, '用工社保补贴使新招者参保的概率', 'chance that a newly found job is an insured one where employers are subsidised for hiring'),
  'job.vacantShare': parameter('share', 0.03, [0.01, 0.08], 'assumption', judgement, '基年空缺岗位比例', 'free town jobs in the base year over those taken'),
  'job.capacityFactor': parameter('factor', 1, null, 'assumption', capacityLever, '城镇岗位容量系数', 'factor on the town jobs of the base year'),
  'job.creation': parameter('rate/year', 0.004, [0.001, 0.009], 'derived', { zh: '全国城镇就业人员2020—2024年每年增加270万人，为16—59岁人口的0.3%；2010—2020年每年增加1160万人，为1.26%（统计公报，凭记忆）', en: 'urban employment of the country grew by 2.7 million a year in 2020-24, 0.3 % of the people of 16-59, and by 11.6 million, 1.26 %, in 2010-20 (statistical communiques, recalled)' }, '城镇新增岗位（对16—59岁常住人口）', 'town jobs created in a year per resident of 16-59'),
  'job.spread': parameter('share', 0.5, [0.2, 0.8], 'assumption', judgement, '按居民分布的新增岗位比例', 'share of the new jobs that arise where people live; the others where the jobs are'),
  'job.ownAccount': parameter('probability/year', 0.17, [0.1, 0.35], 'derived', survey('2014年：自营就业的农民工占17%，凭记忆', ' 2014: 17 % of migrant workers work on their own account, recalled'), '求职者自营就业的概率', 'yearly chance that somebody looking for work in town makes a living on his own account'),
  'job.policyGrowth': parameter('rate/year', 0.003, [0, 0.01], 'assumption', judgement, '文件承诺产业与公益岗位的岗位增长', 'growth added where a document promises industry, public posts or works'),
  'housing.rent': parameter('yuan/month', 800, [450, 1200], 'assumption', { zh: '70平方米，按毛租金收益率2.3%', en: 'gross yield of 2.3 % on 70 m2' }, '城镇房租', 'monthly rent of a dwelling in town'),
  // place
  'place.considerHazard': parameter('probability/year', 0.035, [0.02, 0.05], 'assumption', { zh: '一年内考虑迁移的成年人比例', en: 'share of adults who consider a move in a year' }, '一年内考虑迁移的概率', 'yearly chance that an adult considers a move'),
  'place.considerYouth': parameter('factor', 3, [2, 5], 'assumption', { zh: '离开学校', en: 'leaving school' }, '刚离校青年的系数', 'factor on it for those of 16-24 out of school'),
  'place.logIncome': parameter('utility', 1, [0.6, 1.4], 'assumption', studies('migration_out', '外出迁移'), '收入对数的系数', 'weight of log expected income relative to home'),
  'place.logDistance': parameter('utility/km-log', -0.28, [-0.5, -0.1], 'assumption', studies('migration_out', '外出迁移'), '距离对数的系数', 'weight of log distance in km'),
  'place.provinceKm': parameter('km', 350, [200, 500], 'assumption', { zh: '到省会及省内腹地的公路距离', en: 'road distance to the provincial capital and back country' }, '省内市外目的地距离', 'distance of destinations elsewhere in the province'),
  'place.nationKm': parameter('km', 1000, [700, 1500], 'assumption', judgement, '省外目的地距离', 'distance of destinations in other provinces'),
  'place.sameProvince': parameter('utility', 0.35, [0, 0.7], 'assumption', studies('migration_out', '外出迁移'), '省内的系数', 'constant of places inside the province'),
  'place.peers': parameter('utility', 2.8, [1.5, 3.6], 'derived', { zh: '同村外出比例每高1个百分点，本人外出概率约高0.7个百分点', en: "one point of the village away raises one's own probability by about 0.7 points" }, '同村外出比例的系数', 'weight of the share of the village that lives away'),
  'place.network': parameter('utility', 1, [0, 2], 'assumption', { zh: '把同村外出者分配到各目的地', en: 'divides the peers over destinations' }, '同乡网络的系数', 'weight of the share of the absent living at the destination'),
  'place.agePeak': parameter('year', 28.5, [25, 32], 'published', { zh: '迁移概率的峰值', en: 'peak of migration probability' }, '迁移倾向峰值年龄', 'age of the strongest wish to leave'),
  'place.ageCurvature': parameter('utility', 0.0016, [0.0008, 0.003], 'assumption', { zh: '年龄的二次式', en: 'quadratic in age' }, '年龄二次项系数', 'fall of utility with the squared distance from that age'),
  'place.schooling': parameter('utility/year', 0.04, [0, 0.08], 'assumption', studies('migration_out', '外出迁移'), '受教育年限系数', 'weight of a year of schooling'),
  'place.land': parameter('utility', -0.1, [-0.3, 0], 'assumption', { zh: '土地收入留人', en: 'land income holds people' }, '土地收入系数', 'weight of land income relative to village income'),
  'place.childSchool': parameter('utility', 0.4, [0, 0.8], 'assumption', { zh: '通过城镇学校的开放程度起作用', en: 'acts through the openness of town schools' }, '子女就学系数', 'weight of open town schools for a family with school-age children'),
  'place.housingBurden': parameter('utility', -0.8, [-1.5, 0], 'assumption', { zh: '房租与工资之比', en: 'rent over wage' }, '住房负担系数', 'weight of rent over wage'),
  'place.dissimilarity': parameter('factor', 0.55, [0.4, 0.8], 'assumption', { zh: '四个巢：村、本县、省内其他、外省', en: 'nests village, own county, rest of province, other province' }, '巢式系数', 'dissimilarity of the nest of two places in the rest of the province'),
  'place.townConstant': parameter('utility', 0.1, [-0.4, 0.6], 'assumption', roughFit, '县城常数', 'constant of the own county town'),
  'place.centreConstant': parameter('utility', 0, [-0.5, 0.5], 'assumption', roughFit, '中心城区常数', 'constant of the central city'),
  'place.provinceConstant': parameter('utility', 0, [-0.5, 0.5], 'assumption', roughFit, '省内市外常数', 'constant of places elsewhere in the province'),
  'place.nationConstant': parameter('utility', 0, [-0.5, 0.5], 'assumption', roughFit, '省外常数', 'constant of other provinces'),
  'place.townHome': parameter('utility', 1.5, [1, 2.2], 'assumption', { zh: '家在城镇的人较少离开', en: 'people whose home is a town leave it less' }, '城镇家庭留守常数', 'constant of staying for those whose home is in town'),
  'place.wholeFamily': parameter('probability', 0.6, [0.4, 0.75], 'published', { zh: '新生代农民工：60%举家迁移（2019年）', en: 'new-generation migrants: 60 % with the whole family (2019)' }, '有子女者举家迁移概率', 'chance that a parent who moves to a town of the city takes the household along'),
  'place.couple': parameter('probability', 0.7, [0.5, 0.85], 'derived', survey('；同住家庭平均3.1人', '; mean of co-resident family 3.1'), '夫妻同行概率', 'chance that a married mover takes the spouse along'),
  'place.joinHazard': parameter('probability/year', 0.12, [0.05, 0.2], 'assumption', judgement, '家属随后团聚概率', 'yearly chance that spouse and children left behind join up in town'),
  'place.familySchool': parameter('utility', 0.8, [0.2, 1.4], 'assumption', { zh: '实证研究（就学机会的作用，school_access_effect）：方向与量级；没有研究给出这一形式', en: 'behaviour evidence, school_access_effect: signs and orders of magnitude; no study gives this form' }, '学校开放对举家迁移的作用', 'log-odds of taking children along, from schools closed to schools open to them'),
  // return and register's other doors
  'return.hazard': parameter('probability/year', 0.04, [0.015, 0.08], 'derived', { zh: '百村：一生平均每年1.5%，头几年较高', en: 'hundred villages 1.5 % a year over a lifetime, higher in the first years' }, '返乡概率', 'yearly chance of a migrant without a town register to return, first year'),
  'return.perYear': parameter('utility/year', -0.107, [-0.15, -0.05], 'published', { zh: '中国流动人口动态监测调查（CMDS）2018年，短期居留意愿', en: 'CMDS 2018, short-stay intention' }, '在外年数系数', 'log-odds a year away'),
  'return.family': parameter('utility', -0.279, [-0.4, -0.15], 'published', { zh: '中国流动人口动态监测调查（CMDS）2018年，在本地的家庭人数', en: 'CMDS 2018, local family size' }, '同住家人系数', 'log-odds a family member present'),
  'return.seeking': parameter('factor', 2, [1, 3], 'assumption', judgement, '失业者返乡系数', 'factor on the chance of return of those who find no work'),
  'return.insurance': parameter('utility', -0.546, [-0.8, -0.3], 'published', { zh: '中国流动人口动态监测调查（CMDS）2018年，职工保险', en: 'CMDS 2018, employee insurance' }, '职工保险系数', 'log-odds of employee insurance'),
  'return.toTown': parameter('probability', 0.5, [0.3, 0.7], 'assumption', judgement, '返乡者落脚县城的概率', 'chance that a return from outside the city ends in the county town, not the village'),
  'inMigration.rate': parameter('rate/year', 0.055, [0.03, 0.09], 'assumption', { zh: '每年迁入人数与基年户籍在市外的常住人口之比', en: 'arrivals a year per resident registered outside the city in the base year' }, '迁入率（对基年市外户籍常住人口）', 'arrivals a year per base-year resident registered outside the city'),
  'inMigration.provinceFactor': parameter('factor', 1, [0.7, 2.5], 'assumption', { zh: '2010年与2020年两次普查之间，省内流动人口增加86%，跨省流动人口增加45%（普查公报，凭记忆）；此后尚无定论', en: 'between the censuses of 2010 and 2020 the floating population inside provinces grew by 86 %, that between provinces by 45 % (census bulletin, recalled); later years are open' }, '省内迁入率的系数', 'factor on the arrival rate of people registered elsewhere in the province'),
  'inMigration.leaveHazard': parameter('probability/year', 0.05, [0.03, 0.08], 'assumption', { zh: '流动人口平均居留十年或更长', en: "floating population of ten years' mean stay or more" }, '外来人口离开概率', 'yearly chance of a resident registered outside the city to leave it, first year'),
  'doors.settledElsewhere': parameter('probability/year', 0.006, [0.002, 0.015], 'assumption', { zh: '赤峰户籍人口每年减少0.4%', en: 'registered population of Chifeng fell by 0.4 % a year' }, '外出者在外地落户概率', 'yearly chance of a person away from the city to move the register there'),
  'doors.urbanFactor': parameter('factor', 2.5, [1, 4], 'assumption', { zh: '城镇户籍者更容易在外地落户', en: 'urban-registered people settle elsewhere more readily' }, '城镇户籍者系数', 'factor on it for persons with a town register'),
  // housing
  'tenure.buyHazard': parameter('probability/year', 0.012, [0.005, 0.03], 'assumption', survey('：两年间购房比例由17.8%升至19.0%', ': share owning rose from 17.8 to 19.0 % in two years'), '租房家庭购房概率', 'yearly chance that a renting migrant household buys'),
  'rental.spareShare': parameter('share', 0.1, [0, 0.3], 'assumption', { zh: '公租房约为城镇家庭的3.5%（2%—6%），大多租给本地居民；此为可供外来家庭的部分', en: 'public rental stock of 3.5 % of urban households (2-6) is mostly let to townspeople; this is what is free for migrants' }, '公租房可供外来家庭的空置比例', 'free public rental dwellings in the base year over those migrant households hold'),
  'rental.capacityFactor': parameter('factor', 1, null, 'assumption', capacityLever, '公租房容量系数', 'factor on the public rental dwellings of the base year'),
  'rental.growth': parameter('rate/year', 0.02, [-0.02, 0.08], 'assumption', judgement, '面向外来家庭的公租房增长率', 'yearly growth of the dwellings open to migrant households'),
  'rental.subsidyShare': parameter('share', 0.3, [0.15, 0.5], 'assumption', judgement, '租赁补贴占房租比例', 'share of the rent a rent subsidy pays'),
  'rental.leaveHazard': parameter('probability/year', 0.08, [0.04, 0.15], 'assumption', judgement, '公租房退出概率', 'yearly chance that tenants give up a public dwelling'),
  'rental.needShare': parameter('share', 0.2, [0.1, 0.35], 'assumption', judgement, '租房家庭中住房困难比例', 'renting families in housing difficulty'),
  'fund.coverage': parameter('share', 0.055, [0.03, 0.2], 'derived', survey('2014年：5.5%的农民工有住房公积金，凭记忆；此后上升', ' 2014: 5.5 % of migrant workers had a housing fund, recalled; growing since'), '进城务工者公积金覆盖率', 'share of newcomers in town whose employer pays into the housing fund'),
  'fund.rentShare': parameter('share', 0.5, [0.25, 1], 'assumption', { zh: '单位与个人缴存合计为工资的10%—24%，房租约为工资的四分之一', en: 'contributions of 10-24 % of the wage, of both sides, against a rent of a quarter of it' }, '公积金可付房租的比例', 'share of the rent that drawing the housing fund pays'),
  'tenure.leaseBreak': parameter('probability/year', 0.25, [0.1, 0.4], 'assumption', judgement, '换租概率', 'yearly chance that a private lease is broken and begins anew'),
  // residence permit
  'permit.applyHazard': parameter('probability/year', 0.08, [0.03, 0.2], 'assumption', { zh: '存量持证率20%—65%', en: 'stock uptake 20-65 %' }, '申领居住证概率', 'yearly chance that an eligible person applies for a permit'),
  'permit.paperworkGain': parameter('factor', 1.3, [1, 1.6], 'assumption', judgement, '简化办证的系数', 'factor on it where the paperwork is eased'),
  // settlement
  'settlement.indifferentShare': parameter('share', 0.21, [0.15, 0.33], 'published', { zh: '认为两种户口没有差别者的比例', en: 'share who see no difference between the registers' }, '认为户口无差别者比例', 'latent class that sees no difference between the registers'),
  'settlement.willingShare': parameter('share', 0.31, [0.25, 0.4], 'published', { zh: '愿意在小地级市落户者', en: 'willing to settle in a small prefecture' }, '愿意落户比例（基年锚定）', 'share willing to settle, anchor on the base-year stock'),
  'settlement.firmShare': parameter('share', 0.1, [0.08, 0.15], 'published', { zh: '坚定愿意者', en: 'firmly willing' }, '坚定愿意比例（基年锚定）', 'share firmly willing, anchor on the base-year stock'),
  'settlement.actHazard': parameter('probability/year', 0.08, [0.02, 0.2], 'assumption', { zh: '在城人口中每年实际落户0.2%—1.0%，中间值0.5%；有取到0.35的理由，但其长尾会使这一中间值翻倍', en: 'realised settlement of 0.2-1.0 % a year among persons in town, centre 0.5; up to 0.35 is argued, but its long tail would double that centre' }, '坚定者一年内办理的概率', 'yearly chance that a firm and aware household acts'),
  'settlement.unawareFactor': parameter('factor', 0.6, [0.4, 0.8], 'assumption', studies('information_effect', '信息的作用'), '不知情者系数', 'factor on the chance to act of those who do not know the policy'),
  'settlement.unawareShare': parameter('share', 0.51, [0.4, 0.6], 'published', { zh: '落户政策知晓情况调查', en: 'survey of knowledge of settlement policy' }, '不知情比例', 'share that does not know the policy'),
  'settlement.tasteCorrelation': parameter('factor', 0.85, [0.7, 1], 'assumption', { zh: '意愿有持续性', en: 'wishes persist' }, '偏好年际相关', 'correlation of the taste from year to year'),
  'settlement.schooling': parameter('utility/year', 0.04, [0.02, 0.07], 'published', studies('settlement_intention', '落户意愿'), '受教育年限', 'a year of schooling'),
  'settlement.age': parameter('utility/year', -0.015, [-0.03, 0], 'published', studies('settlement_intention', '落户意愿'), '40岁以上每岁', 'a year of age above 40'),
  'settlement.yearsInTown': parameter('utility/year', 0.03, [0.01, 0.06], 'published', studies('settlement_intention', '落户意愿'), '在城年数', 'a year in town'),
  'settlement.serviceGain': parameter('utility', 0.35, [0.1, 0.6], 'assumption', { zh: '户口与居住证之间的差距，标准化', en: 'gap between hukou and permit, standardised' }, '公共服务差距', 'standardised gap between what hukou gives and what is had today'),
  'settlement.serviceGapSpread': parameter('share', 0.2, [0.12, 0.3], 'assumption', { zh: '四份文件中有证者与无证者之间差距的离散程度；一市之内离散太小，不能用来标准化', en: 'spread of the gap between people with and without a permit over the four documents; the spread inside one city is too small to standardise by' }, '公共服务差距的标准化尺度', 'difference of the gap that counts as one standard unit'),
  'settlement.schoolChild': parameter('utility', 0.2, [0, 0.5], 'published', studies('school_access_effect', '就学机会的作用'), '在城学龄子女', 'school-age child in town'),
  'settlement.peers': parameter('utility', 1, [0.3, 2], 'assumption', studies('peer_effect', '同伴的作用'), '同村已落户比例', 'share of the village in town that has settled'),
  'settlement.owns': parameter('utility', -0.1, [-0.3, 0.3], 'assumption', { zh: '方向有争议', en: 'contested sign' }, '在城自有住房', 'owns a dwelling in town'),
  'settlement.homestead': parameter('utility', -0.13, [-0.3, 0], 'published', studies('land_rights_effect', '土地权益的作用'), '有宅基地', 'has a homestead'),
  'settlement.land': parameter('utility', -0.12, [-0.3, 0], 'published', studies('land_rights_effect', '土地权益的作用'), '有承包地', 'has contracted land'),
  'settlement.landBelief': parameter('utility', -0.96, [-1.4, -0.5], 'derived', { zh: '2010年调查：须退地时10%愿意，否则约22.5%', en: '2010 survey: 10 % willing if land must be returned, about 22.5 % otherwise' }, '相信须退地', 'believes that land must be returned'),
  'settlement.landBeliefShare': parameter('share', 0.35, [0.2, 0.5], 'assumption', judgement, '基年相信须退地的比例', 'share of land holders who believe it in the base year'),
  'settlement.beliefDecay': parameter('probability/year', 0.12, [0.05, 0.25], 'assumption', { zh: '土地条款与宣传', en: 'land clauses and outreach' }, '土地条款使其改变看法的概率', 'yearly chance that a land-protection clause in force ends the belief'),
  'settlement.herder': parameter('utility', -0.4, [-0.8, 0], 'assumption', judgement, '牧户', 'pastoral household'),
  'settlement.insured': parameter('utility', 0.15, [0, 0.4], 'published', studies('social_insurance_effect', '社会保险的作用'), '参加职工保险', 'insured in the urban employee schemes'),
  'settlement.hassle': parameter('utility', -0.3, [-0.6, 0], 'assumption', { zh: '材料与跑动次数', en: 'papers and visits' }, '手续负担', 'papers and visits, without paperwork clauses'),
  'settlement.exitIncome': parameter('utility', 1, [0.4, 2], 'assumption', { zh: '加上有偿退出年金后的收入对数', en: 'log income with the annuity of a paid exit' }, '有偿退出收入对数系数', 'weight of log income gained by a paid exit'),
  'settlement.exitYuanPerMu': parameter('yuan/year', 1390, [400, 2000], 'derived', { zh: '有成交之处每亩27800元，按5%折成年金', en: '5 % annuity of 27,800 yuan a mu where a sale was seen' }, '有偿退出年金（元/亩·年）', 'yearly annuity a mu of a paid exit'),
  'settlement.exploreStrength': parameter('factor', 0, [0, 0.3], 'assumption', { zh: '只提“探索”的条款缺省不起作用', en: 'clauses that only explore do not act by default' }, '“探索”条款的强度', 'strength of a clause that only explores', false),
  'settlement.outreach': parameter('probability/year', 0.08, [0.03, 0.2], 'assumption', studies('information_effect', '信息的作用'), '宣传使人知情的概率', 'yearly chance that outreach makes a household aware'),
  'settlement.neighbour': parameter('probability/year', 0.3, [0.1, 0.6], 'assumption', studies('peer_effect', '同伴的作用'), '邻里传播系数', 'yearly chance to learn the policy, times the share of the village that has settled'),
  'applicant.publicEmployeeShare': parameter('share', 0.1, [0.03, 0.2], 'assumption', judgement, '参保就业者中机关事业单位职工比例', 'employees of public bodies among insured workers off their register'),
  'applicant.certificateShare': parameter('share', 0.12, [0.05, 0.25], 'assumption', judgement, '持有职业资格证书比例', 'holders of a vocational certificate among those with junior secondary schooling or more'),
  'applicant.vocationalShare': parameter('share', 0.42, [0.38, 0.46], 'published', { zh: '教育部：2020年高中阶段招生中约42%进入中等职业学校', en: 'Ministry of Education: about 42 % of senior secondary entrants in 2020 entered vocational schools' }, '高中阶段中职比例', 'vocational schools among senior secondary leavers'),
  'applicant.veteranShare': parameter('share', 0.03, [0.01, 0.05], 'assumption', judgement, '退役军人比例', 'veterans among men'),
  'settlement.followSpouse': parameter('probability', 0.85, [0.6, 1], 'assumption', judgement, '配偶随迁概率', 'chance that the spouse in town follows'),
  'settlement.followChild': parameter('probability', 0.95, [0.8, 1], 'assumption', judgement, '子女随迁概率', 'chance that a child follows'),
  'settlement.followParent': parameter('probability', 0.35, [0.1, 0.6], 'assumption', judgement, '父母随迁概率', 'chance that a parent follows'),
  // services
  'school.placesPerPupil': parameter('factor', 1.03, [0.97, 1.1], 'assumption', { zh: '县城学位不足，乡镇有余', en: 'county seats are short, townships have room' }, '基年每名学生对应的城镇学位', 'town school places a pupil in the base year'),
  'school.capacityFactor': parameter('factor', 1, null, 'assumption', capacityLever, '城镇学位容量系数', 'factor on the town school places of the base year'),
  'school.placesGrowth': parameter('rate/year', 0, [-0.02, 0.03], 'assumption', judgement, '城镇学位年增长率', 'yearly growth of town school places'),
  'school.sendBack': parameter('probability', 0.3, [0.1, 0.5], 'assumption', judgement, '无学位子女送回农村的概率', 'chance that a child without a town place is sent back to the village home'),
  'service.preschoolShare': parameter('share', 0.88, [0.83, 0.92], 'published', { zh: '教育部：学前教育毛入园率2020年85.2%，2021年88.1%', en: 'Ministry of Education: gross kindergarten enrolment 85.2 % in 2020, 88.1 % in 2021' }, '学前三年入园率', 'children of 3-5 in kindergarten'),
  // statistics of place
  'reclassification.rate': parameter('rate/year', 0.005, [0, 0.012], 'derived', { zh: '约占1991—2010年城镇人口增长的31%', en: 'about 31 % of urban growth 1991-2010' }, '村改居速度', 'share of the village population reclassified as urban in a year'),
  'reclassification.policyFactor': parameter('factor', 1.5, [1, 2], 'assumption', judgement, '文件要求村改居时的系数', 'factor on it where a document orders reclassification'),
  'reclassification.registerShare': parameter('share', 0.5, [0, 1], 'assumption', { zh: '户籍是否随统计口径改变', en: 'whether the register follows the statistics' }, '户籍随之改为城镇的概率', 'chance that the registers of a reclassified village count as urban'),
} as const satisfies Record<string, ParameterSpec>;

export type ParameterName = keyof typeof parameterSpecs;
export const parameterNames = Object.keys(parameterSpecs) as ParameterName[];

/** Values in force in one year of one replicate. */
export type ParameterValues = Readonly<Record<ParameterName, number>>;
