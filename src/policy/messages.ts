import { type Localized, text } from '../language/language.ts';

const mustBe = (zh: string, en: string, given: string): Localized =>
  text(`应${zh}，实际为 ${given}`, `must ${en}, got ${given}`);
const again = (zh: string, en: string, given: string): Localized =>
  text(`应${zh}，实际重复 ${given}`, `must ${en}, got ${given} again`);

/** What is wrong with a policy document, beyond its shape. */
export const documentMessages = {
  assumedBetween: (earliest: string, latest: string, given: string) =>
    mustBe(`在 ${earliest} 与 ${latest} 之间`, `lie between ${earliest} and ${latest}`, given),
  laterThan: (day: string, given: string) => mustBe(`晚于 ${day}`, `be later than ${day}`, given),
  noAreaOfNation: (given: string) => mustBe('为国家文件省略', 'be left out for the nation', given),
  needsArea: (level: string) => text(`应有 area，实际为 ${level} 而没有`, `must have an area, got ${level} without`),
  clauseTwice: (id: string) => again('为新的条款', 'be a new clause', id),
  olderThanDocument: (day: string, given: string) =>
    mustBe(`不早于其文件（${day}）`, `not be older than its document (${day})`, given),
  setsOrNotModelled: (both: boolean) =>
    text(
      `应在 sets 与 notModelled 中选一，实际${both ? '两者都有' : '都没有'}`,
      `must have either sets or notModelled, got ${both ? 'both' : 'neither'}`,
    ),
  twoReadings: (given: string) => mustBe('有两种以上', 'be two or more', given),
  reading: (known: readonly string[], given: string) =>
    mustBe(
      `为${known.length > 0 ? ` ${known.join(' 或 ')}` : '该条款的解释'}`,
      `be ${known.join(' or ') || 'a reading of the clause'}`,
      given,
    ),
  placeInside: (area: string, given: string) => mustBe(`为 ${area} 所辖的区划代码`, `be a division of ${area}`, given),
  placeWord: (groups: readonly string[], given: string) =>
    mustBe(
      `为六位区划代码、${['districts', 'counties', ...groups].join('、')}`,
      `be a six-digit division code or one of ${['districts', 'counties', ...groups].join(', ')}`,
      given,
    ),
  placeTwice: (given: string) => again('为新的名称', 'be a new name', given),
  sizeOrList: (both: boolean) =>
    text(
      `应在 citySize 与 districtsOf 中选一，实际${both ? '两者都有' : '都没有'}`,
      `must have either citySize or districtsOf, got ${both ? 'both' : 'neither'}`,
    ),
  greaterThan: (least: number, given: number) => mustBe(`大于 ${least}`, `be greater than ${least}`, String(given)),
  rightOfSettled: () =>
    text(
      '应为 settled：该条款针对落户者，right 是落户前的权利',
      'must be settled: the clause is for those who have settled, a right is what they have before, got right',
    ),
  ownNameCalled: (given: string) =>
    text(
      `应随 called 给出中英文名称，实际 ${given} 没有`,
      `must go with called in Chinese and English, got ${given} without`,
    ),
  requirement: (given: string) =>
    mustBe('为设定条件或积分的条款', 'be a clause that sets a requirement or points', given),
  documentTwice: (id: string, file: string) =>
    text(`应为新的文件，实际 ${file} 已有 ${id}`, `must be a new document, got ${id} of ${file}`),
  noSuchDocument: (id: string) =>
    mustBe(
      '为已有文件的编号（整份文件；单个条款用情景的 policy.without 去掉）',
      'be the id of a document there is (a whole one; a scenario takes out single clauses by policy.without)',
      id,
    ),
} as const;

/** What is wrong with a household, beyond its shape. */
export const householdMessages = {
  rentedDwelling: (given: string) =>
    text(`应随租赁的住所给出，实际 dwelling 为 ${given}`, `must go with a rented dwelling, got ${given}`),
  withPermit: () => text('应随 hasPermit: true 给出，实际没有居住证', 'must go with hasPermit: true, got no permit'),
  atMostAge: (age: number, given: number) => mustBe(`不大于年龄 ${age}`, `be at most the age ${age}`, String(given)),
  atMostYearsInTown: (years: number, given: number) =>
    mustBe(`不大于 yearsInTown ${years}`, `be at most yearsInTown ${years}`, String(given)),
  seniorSchooling: (given: string) => mustBe('随 education: senior 给出', 'go with education: senior', given),
  collegeSchooling: (given: string) => mustBe('随 education: college 给出', 'go with education: college', given),
  adult: (least: number, given: number) =>
    text(
      `应不小于 ${least}：该文件写的是申请的成年人，未成年人写在 members 里，实际为 ${given}`,
      `must be at least ${least}: the file describes the adult who applies, children go into members, got ${given}`,
    ),
  notBefore: (least: number, age: number) =>
    text(`应在年满 ${least} 岁后给出，实际年龄为 ${age}`, `must go with an age of ${least} or more, got ${age}`),
  atMostFor: (most: number, age: number, given: number) =>
    mustBe(`不大于年龄 ${age} 所容许的 ${most}`, `be at most ${most} at the age of ${age}`, String(given)),
  livesInTown: () => text('应随 livesInTown: true 给出，实际不在城镇居住', 'must go with livesInTown: true, got false'),
  tierOfCity: (given: string) =>
    mustBe('随 tier: same-county 或 same-city 给出', 'go with tier: same-county or same-city', given),
  nameTwice: (given: string) => again('为新的姓名', 'be a new name', given),
  otherPerson: (known: readonly string[], given: string) =>
    mustBe(
      `为文件中其他人的姓名（${known.join('、')}）`,
      `name another person of the file (${known.join(', ')})`,
      given,
    ),
  livesWithRound: (given: string) =>
    text(`应到达有住所的人，实际循环：${given}`, `must end at somebody with a dwelling, got a circle at ${given}`),
  olderBy: (years: number, parent: string, older: number, age: number) =>
    text(
      `应比子女至少大 ${years} 岁，实际 ${parent} ${older} 岁，子女 ${age} 岁`,
      `must be ${years} years older than the child or more, got ${parent} of ${older} and a child of ${age}`,
    ),
  oneSpouse: (name: string, before: string, given: string) =>
    text(
      `应只有一个配偶，实际 ${name} 有 ${before} 和 ${given}`,
      `must be the only spouse, got ${before} and ${given} for ${name}`,
    ),
} as const;
