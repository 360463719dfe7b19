import { type Localized, text } from '../language/language.ts';
import { type RegisterTierName, registerTiers } from '../population/codes.ts';
import type { Condition } from './condition.ts';
import { tierWords } from './condition-keys.ts';
import { describeCondition, describeConditions, describePoints } from './describe-condition.ts';
import type { Clause, Follower, Rule } from './document.ts';
import { groupWords, type PlaceGroup } from './place-groups.ts';
import type { Quota, QuotaOrder } from './quota.ts';
import { relativeWords } from './relative.ts';
import { forceWords, joined, leverWords, routeName, serviceWords } from './words.ts';

/** What a rule of a clause sets, in a few words; subject and content apart so that two documents can be compared. */
export function describeRule(
  rule: Rule,
  clause: Clause,
  groups: readonly PlaceGroup[] = [],
): { readonly subject: string; readonly text: Localized } {
  const { subject, text: words } = plainly(rule, clause);
  return { subject, text: rule.where === null ? words : within(words, rule.where, groups) };
}

const within = ({ zh, en }: Localized, where: readonly string[], groups: readonly PlaceGroup[]): Localized => {
  const places = where.map((place) => {
    const group = groups.find(({ name }) => name === place);
    return group === undefined ? (placeNames[place] ?? text(place, place)) : groupWords(group);
  });
  return text(`${zh}（只在${joined(places).zh}）`, `${en} (only in ${joined(places).en})`);
};
const placeNames: Readonly<Record<string, Localized>> = {
  districts: text('市辖区', 'the districts'),
  counties: text('县（市、旗）', 'the counties'),
};

const followerWords = (follower: Follower): Localized => {
  if (typeof follower === 'string') return relativeWords[follower];
  const [who, must] = [relativeWords[follower.is], describeCondition(follower.when)];
  return text(`${who.zh}（${must.zh}）`, `${who.en} (who ${must.en})`);
};

const follow = (relatives: readonly Follower[], coResident: boolean): Localized => {
  if (relatives.length === 0) return text('只限本人', 'alone');
  const who = joined(relatives.map(followerWords));
  return text(`带${coResident ? '同住' : ''}${who.zh}`, `with ${coResident ? 'co-resident ' : ''}${who.en}`);
};

const orderWords: Readonly<Record<QuotaOrder, Localized>> = {
  lottery: text('摇号', 'by lot'),
  points: text('按积分', 'by points'),
  'insured-years': text('按参保年限', 'by years insured'),
  'years-in-town': text('按居住年限', 'by years in town'),
};

/** How a route's share of the year is given out. */
export const quotaText = ({ perYear, order }: Quota): Localized =>
  text(`每年${perYear}人，${orderWords[order].zh}`, `${perYear} persons a year, ${orderWords[order].en}`);

/** Tiers a rule names; nothing where it names all. */
const fromTiers = (tiers: readonly RegisterTierName[]): Localized | null =>
  registerTiers.every((tier) => tiers.includes(tier)) ? null : joined(tiers.map((tier) => tierWords[tier]));

/** The parts that are there, as one list. */
const listed = (parts: readonly (Localized | null)[]): Localized => {
  const given = parts.filter((part) => part !== null);
  return text(given.map((p) => p.zh).join('，'), given.map((p) => p.en).join(', '));
};

const asked = (when: readonly Condition[]): Localized | null => (when.length === 0 ? null : describeConditions(when));
const percentOf = (level: number): string => `${Math.round(level * 100)}%`;
const same = (words: string): Localized => text(words, words);

function plainly(rule: Rule, clause: Clause): { readonly subject: string; readonly text: Localized } {
  const say = (subject: string, words: Localized) => ({ subject, text: words });
  switch (rule.rule) {
    case 'route': {
      const name = routeName(rule);
      const [ask, who] = [describeConditions(rule.when), follow(rule.relatives, rule.coResident)];
      const under = rule.under.length > 0 ? ` + ${rule.under.join(' ')}` : '';
      const address = rule.needsAddress ? text('；须有落户地址', '; needs an address') : same('');
      const share = rule.quota === null ? null : quotaText(rule.quota);
      const quota = share === null ? same('') : text(`；${share.zh}`, `; ${share.en}`);
      return say(
        `route.${rule.name}`,
        text(
          `${name.zh}：${ask.zh}${under}；${who.zh}${address.zh}${quota.zh}`,
          `${name.en}: ${ask.en}${under}; ${who.en}${address.en}${quota.en}`,
        ),
      );
    }
    case 'requirement': {
      const ask = describeConditions(rule.when);
      return say('requirement', text(`前提：${ask.zh}`, `required: ${ask.en}`));
    }
    case 'points': {
      const parts = rule.items.map(describePoints);
      return say(
        'points',
        text(`积分：${parts.map(({ zh }) => zh).join('；')}`, `points: ${parts.map(({ en }) => en).join('; ')}`),
      );
    }
    case 'relatives': {
      const [ask, who] = [describeConditions(rule.when), follow(rule.relatives, rule.coResident)];
      return say('relatives', rule.when.length === 0 ? who : text(`${ask.zh}者${who.zh}`, `who ${ask.en}: ${who.en}`));
    }
    case 'return': {
      const ask = describeConditions(rule.when);
      return say('return', text(`可迁回村里：${ask.zh}`, `may move the register back to the village: ${ask.en}`));
    }
    case 'address': {
      const zh = rule.collective === 'employer' ? '单位集体户' : '社区集体户';
      return say(
        'address',
        text(
          `${zh}${rule.only ? '，此外只有自有住所' : ''}`,
          `${rule.collective} collective register${rule.only ? ', besides the own dwelling only' : ''}`,
        ),
      );
    }
    case 'permit': {
      const from = joined(rule.tiers.map((t) => tierWords[t]));
      const ground = joined(rule.groundTiers.map((t) => tierWords[t]));
      const need = rule.groundTiers.length > 0;
      const but = rule.notBetween.length > 0 ? rule.notBetween.join(' ') : null;
      return say(
        'permit',
        listed([
          text(`居住满${rule.months}个月`, `${rule.months} months`),
          text(`来自${from.zh}`, `from ${from.en}`),
          need
            ? text(`须有住所、就业或就读：${ground.zh}`, `dwelling, job or schooling needed from ${ground.en}`)
            : null,
          asked(rule.when),
          but ? text(`${but}之间的流动除外`, `not for moves between ${but}`) : null,
        ]),
      );
    }
    case 'right': {
      const what = joined(rule.services.map((s) => serviceWords[s]));
      const from = fromTiers(rule.tiers);
      const years = rule.yearsInTown > 0 || rule.insuredYears > 0;
      return say(
        `right.${rule.services.join('+')}`,
        listed([
          text(
            `未落户者享有${what.zh}的${percentOf(rule.level)}`,
            `${percentOf(rule.level)} of ${what.en} before settling`,
          ),
          from && text(`户籍在${from.zh}`, `registered in ${from.en}`),
          rule.needsPermit ? text('须居住证', 'on a permit') : null,
          years
            ? text(
                `居住${rule.yearsInTown}年参保${rule.insuredYears}年`,
                `${rule.yearsInTown} years there and ${rule.insuredYears} insured`,
              )
            : null,
          asked(rule.when),
          rule.force && rule.force !== clause.force ? forceWords[rule.force] : null,
        ]),
      );
    }
    case 'settled': {
      const what = joined(rule.services.map((s) => serviceWords[s]));
      return say(
        `settled.${rule.services.join('+')}`,
        text(`落户者享有${what.zh}的${percentOf(rule.level)}`, `${percentOf(rule.level)} of ${what.en} once settled`),
      );
    }
    case 'fund-rent':
      return say(
        'fund-rent',
        text(
          `连续缴存公积金满${rule.months}个月可提取付房租`,
          `the housing fund may be drawn for rent after ${rule.months} months of contributions`,
        ),
      );
    case 'lever': {
      const [name, force] = [leverWords[rule.name], forceWords[rule.force ?? clause.force]];
      const strength = rule.strength === null ? '' : ` ${rule.strength}`;
      const from = fromTiers(rule.tiers);
      return say(
        `lever.${rule.name}`,
        text(
          `${name.zh}（${force.zh}${strength}${from ? `，户籍在${from.zh}` : ''}）`,
          `${name.en} (${force.en}${strength}${from ? `, registered in ${from.en}` : ''})`,
        ),
      );
    }
    case 'counting':
      return say(
        'counting',
        text(
          `户籍城镇人口按${rule.by === 'place' ? '户籍地' : '户口性质'}统计${rule.within === 'districts' ? '，只计市辖区' : ''}`,
          `registered urban counted by ${rule.by}${rule.within === 'districts' ? ', districts only' : ''}`,
        ),
      );
    case 'target': {
      const span = rule.from === null ? `${rule.to}` : `${rule.from}-${rule.to}`;
      const sense = { 'at-least': '>=', about: '~', 'at-most': '<=' }[rule.sense];
      return say(`target.${rule.indicator}`, same(`${rule.indicator} ${sense} ${rule.value} ${rule.unit}, ${span}`));
    }
    case 'fiscal':
      return say(`fiscal.${rule.subject}`, same(`${rule.subject}: ${rule.counts.join(' + ')}`));
  }
}
