import type { Language } from '../language/language.ts';
import { roleWords, sexWords, stageWords, tenureWords, workWords } from '../population/words.ts';
import type { SettlementTerm } from '../process/settlement/utility.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { TraceEvent } from './events.ts';
import type { HouseholdFacts, MemberFacts } from './facts.ts';
import type { SchoolPlace } from './school.ts';
import { clauseOf, percent, type Teller, tellerOf, two, wayOf } from './teller.ts';
import type { Alternative, PlaceDecision, SettlementDecision, Trace, TraceYear } from './trace.ts';
import { alternativeWords, gateWords, goneWords, moveWords, termWords } from './words.ts';

/** A life course in words, year by year. */
export function traceText(trace: Trace, city: CityData, lang: Language): string {
  const teller = tellerOf(city, lang);
  const { say } = teller;
  const { household, scenario, replicate, years } = trace;
  const head = say(
    `${scenario}，重复 ${replicate}，家庭 ${household}`,
    `Household ${household} of ${scenario}, replicate ${replicate}`,
  );
  const told = years.filter((year) => year.household !== null && (year.members.length > 0 || year.events.length > 0));
  return [head, ...told.flatMap((year, n) => ['', ...yearLines(year, told[n - 1], teller)])].join('\n');
}

function yearLines(year: TraceYear, before: TraceYear | undefined, teller: Teller): string[] {
  const { household, members, events, places, school, settlement } = year;
  const nameOf = namesOf(year, teller);
  return [
    `${year.year}  ${householdLine(household!, teller)}`,
    ...members.map((member) => `  ${memberLine(member, teller)}`),
    ...places.flatMap((decision) => placeLines(decision, nameOf(decision.person), teller)),
    ...events.map((event) => `  · ${eventLine(event, teller)}`),
    ...school.map((place) => `  · ${schoolLine(place, nameOf(place.person), teller)}`),
    ...(settlement === null ? [] : settlementLines(settlement, year.year, nameOf(settlement.person), teller)),
    ...(settlement === null ? [] : routeLines(settlement, before?.settlement ?? null, teller)),
  ];
}

function schoolLine({ stage, served }: SchoolPlace, who: string, { say, word }: Teller): string {
  const level = word(stageWords[stage]);
  return served
    ? say(`${who}：有${level}学位`, `${who} has a ${level} place`)
    : say(`${who}：没有${level}学位`, `${who} has no ${level} place`);
}

/** Names of all persons of a year, those who went away in it included. */
function namesOf({ members, events }: TraceYear, teller: Teller): (person: number) => string {
  const names = new Map<number, string>();
  for (const { member } of events) if (member) names.set(member.person, memberName(member, teller));
  for (const member of members) names.set(member.person, memberName(member, teller));
  return (person) => names.get(person) ?? `#${person}`;
}

const memberName = ({ role, sex, age, person }: MemberFacts, { say, word }: Teller): string =>
  say(
    `${word(roleWords[role])}（${word(sexWords[sex])}，${age}岁，#${person}）`,
    `${word(roleWords[role])} (${word(sexWords[sex])}, ${age}, #${person})`,
  );

function householdLine(facts: HouseholdFacts, { say, word, area, place, list }: Teller): string {
  const { home, town, tenure, waitingSince, landMu, homestead, herder, aware, landBelief } = facts;
  const parts = [say(`家在${place(home)}`, `home in the ${place(home)}`)];
  if (town !== null) parts.push(say(`进城地${area(town)}`, `in town in ${area(town)}`));
  if (tenure !== 'none') parts.push(say(`住房${word(tenureWords[tenure])}`, `dwelling: ${word(tenureWords[tenure])}`));
  if (waitingSince !== null)
    parts.push(say(`${waitingSince}年起轮候公租房`, `waits for public rental since ${waitingSince}`));
  if (landMu > 0) parts.push(say(`承包地${landMu.toFixed(1)}亩`, `${landMu.toFixed(1)} mu of land`));
  if (homestead) parts.push(say('有宅基地', 'a homestead'));
  if (herder) parts.push(say('牧户', 'pastoral'));
  parts.push(aware ? say('知晓落户政策', 'knows the policy') : say('不知晓落户政策', 'does not know the policy'));
  if (landBelief) parts.push(say('相信落户须退地', 'believes that settling costs the land'));
  return list(parts);
}

function memberLine(member: MemberFacts, teller: Teller): string {
  const { say, word, place } = teller;
  const { residence, since, register, work, permitSince, settled } = member;
  const arrived = since === null ? '' : say(`（${since}年起）`, ` (since ${since})`);
  const parts = [
    say(`住${place(residence)}${arrived}`, `lives in ${place(residence)}${arrived}`),
    say(`户籍${place(register)}`, `registered in ${place(register)}`),
    word(workWords[work]),
  ];
  if (permitSince !== null) parts.push(say(`${permitSince}年领居住证`, `residence permit since ${permitSince}`));
  if (settled !== null) parts.push(say(`${settled.year}年落户`, `settled in ${settled.year}`));
  return `${memberName(member, teller)}${say('：', ': ')}${teller.list(parts)}`;
}

function eventLine(event: TraceEvent, teller: Teller): string {
  const { say, word } = teller;
  if (event.member === null) {
    switch (event.what) {
      case 'founded':
        return say('家庭成立', 'the household is founded');
      case 'tenure':
        return say(
          `住房：${word(tenureWords[event.from])} → ${word(tenureWords[event.to])}`,
          `dwelling: ${word(tenureWords[event.from])} -> ${word(tenureWords[event.to])}`,
        );
      case 'waiting':
        return say('开始轮候公租房', 'joins the waiting list for public rental');
      case 'not-waiting':
        return say('离开公租房轮候名单', 'leaves the waiting list for public rental');
      case 'aware':
        return say('得知落户政策', 'learns of the settlement policy');
      case 'land-belief-ended':
        return say('不再认为落户须退地', 'no longer believes that settling costs the land');
    }
  }
  const who = memberName(event.member, teller);
  return say(`${who}：`, `${who} `) + memberEvent(event, teller);
}

function memberEvent(event: Extract<TraceEvent, { member: MemberFacts }>, { say, word, place }: Teller): string {
  switch (event.what) {
    case 'born':
      return say('出生', 'is born');
    case 'died':
      return say('去世', 'dies');
    case 'joined':
      return event.step === 'unions'
        ? say('结婚进入本户', 'marries into the household')
        : say('进入本户', 'joins the household');
    case 'parted':
      return say(`离开本户，进入家庭 ${event.household}`, `leaves for household ${event.household}`);
    case 'gone':
      return word(goneWords[event.step] ?? goneWords['departure']);
    case 'counted-urban':
      return say('所在村改居，计为城镇', 'is counted urban: the village has become a neighbourhood');
    case 'permit':
      return say('领取居住证', 'is given a residence permit');
    case 'permit-lapsed':
      return say('居住证未签注，失效', 'does not endorse the residence permit, which lapses');
    case 'moved': {
      const how = word(moveWords[event.step] ?? moveWords['place and who moves']);
      return say(
        `${how}：${place(event.from)} → ${place(event.to)}`,
        `${how}: ${place(event.from)} -> ${place(event.to)}`,
      );
    }
    case 'register':
      return say(
        `户籍：${place(event.from)} → ${place(event.to)}`,
        `register: ${place(event.from)} -> ${place(event.to)}`,
      );
    case 'work':
      return say(
        `工作：${word(workWords[event.from])} → ${word(workWords[event.to])}`,
        `work: ${word(workWords[event.from])} -> ${word(workWords[event.to])}`,
      );
    case 'settled': {
      const route = word(wayOf(event));
      return say(`落户，途径：${route}（${clauseOf(event)}）`, `settles by ${route} (${clauseOf(event)})`);
    }
  }
}

function placeLines({ alternatives, draw, chosen, area }: PlaceDecision, who: string, teller: Teller): string[] {
  const { say, word } = teller;
  const where =
    chosen === 'home' || chosen === 'province' || chosen === 'nation'
      ? ''
      : say(`（${teller.area(area)}）`, ` (${teller.area(area)})`);
  const line = ({ place, utility, probability, from, to }: Alternative): string => {
    const name = word(alternativeWords[place]);
    if (utility === null) return say(`${name}：不可选`, `${name}: not open`);
    const stretch = `[${from.toFixed(3)}, ${to.toFixed(3)})`;
    return say(
      `${name}：效用 ${two(utility)}，概率 ${percent(probability)}，区间 ${stretch}`,
      `${name}: utility ${two(utility)}, chance ${percent(probability)}, ${stretch}`,
    );
  };
  return [
    say(
      `  地点：${who}考虑迁移，抽数 ${draw.toFixed(3)}，选择${word(alternativeWords[chosen])}${where}`,
      `  place: ${who} weighs a move, draws ${draw.toFixed(3)}: ${word(alternativeWords[chosen])}${where}`,
    ),
    ...alternatives.map((alternative) => `    ${alternative.place === chosen ? '→' : ' '} ${line(alternative)}`),
  ];
}

function settlementLines(decision: SettlementDecision, year: number, who: string, teller: Teller): string[] {
  const { say, word, list } = teller;
  const { gate, settledBy, terms, constant, taste, value, firmAbove, aware, actChance, actDraw, day } = decision;
  const outcome = settledBy
    ? say(
        `落户，途径：${word(wayOf(settledBy))}（${clauseOf(settledBy)}）`,
        `settles by ${word(wayOf(settledBy))} (${clauseOf(settledBy)})`,
      )
    : word(gateWords[gate!]);
  const parts = (Object.entries(terms) as [SettlementTerm, number][])
    .filter(([, term]) => term !== 0)
    .map(([name, term]) => `${word(termWords[name])} ${two(term)}`);
  const sum = [
    say(`城市常数 ${two(constant)}`, `city constant ${two(constant)}`),
    ...parts,
    say(`偏好 ${two(taste)}`, `taste ${two(taste)}`),
  ];
  const total = value === null ? say('（看不出差别，不计）', ' (not counted: sees no difference)') : ` = ${two(value)}`;
  const knows = aware ? say('知情', 'aware') : say('不知情', 'unaware');
  return [
    say(`  落户（${who}）：${outcome}`, `  settlement (${who}): ${outcome}`),
    `    ${list(sum)}${total}`,
    say(`    高于 0.00 为愿意，高于 ${two(firmAbove)} 为坚定`, `    willing above 0.00, firm above ${two(firmAbove)}`),
    say(
      `    ${knows}，办理的概率 ${percent(actChance)}，抽数 ${actDraw.toFixed(3)}；${dateOf(year, day)}的途径：`,
      `    ${knows}, chance to act ${percent(actChance)}, draw ${actDraw.toFixed(3)}; routes on ${dateOf(year, day)}:`,
    ),
  ];
}

/** The routes of the day, open ones first, each with what is missing; told once while they stay the same. */
function routeLines(
  { routes }: SettlementDecision,
  before: SettlementDecision | null,
  { say, word }: Teller,
): string[] {
  if (routes.length === 0) return [say('      没有落户途径', '      no route is in force')];
  const lines = (of: SettlementDecision['routes']): string[] =>
    [...of]
      .sort((a, b) => Number(b.open) - Number(a.open))
      .map(({ open, text }) => `      ${open ? '✓' : '✗'} ${word(text)}`);
  const now = lines(routes);
  const same = before !== null && lines(before.routes).join() === now.join();
  return same ? [say('      途径与上年相同', '      routes as the year before')] : now;
}

/** ISO date of a day of the year. */
const dateOf = (year: number, day: number): string => new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);
