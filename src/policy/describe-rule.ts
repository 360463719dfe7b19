import type { Localized } from '../language/language.ts';
import { describeCondition, tierWords } from './condition.ts';
import type { Clause, RelativeName, Rule } from './document.ts';
import { forceWords, joined, leverWords, relativeWords, routeWords, serviceWords } from './words.ts';

const follow = (relatives: readonly RelativeName[], coResident: boolean): Localized => {
  if (relatives.length === 0) return { zh: '只限本人', en: 'alone' };
  const who = joined(relatives.map((r) => relativeWords[r]));
  return { zh: `带${coResident ? '同住' : ''}${who.zh}`, en: `with ${coResident ? 'co-resident ' : ''}${who.en}` };
};

const asked = (rule: Extract<Rule, { when: unknown }>): Localized => {
  const parts = rule.when.map(describeCondition);
  if (parts.length === 0) return { zh: '无条件', en: 'no condition' };
  return { zh: parts.map((p) => p.zh).join('，'), en: parts.map((p) => p.en).join(' and ') };
};

/** What a rule of a clause sets, in a few words; subject and content apart so that two documents can be compared. */
export function describeRule(rule: Rule, clause: Clause): { readonly subject: string; readonly text: Localized } {
  switch (rule.rule) {
    case 'route': {
      const ask = asked(rule);
      const who = follow(rule.relatives, rule.coResident);
      const under = rule.under.length > 0 ? [` + ${rule.under.join(' ')}`] : [];
      const name = routeWords[rule.name];
      return {
        subject: `route.${rule.name}`,
        text: { zh: `${name.zh}：${ask.zh}${under}；${who.zh}`, en: `${name.en}: ${ask.en}${under}; ${who.en}` },
      };
    }
    case 'requirement': {
      const ask = asked(rule);
      return { subject: 'requirement', text: { zh: `前提：${ask.zh}`, en: `required: ${ask.en}` } };
    }
    case 'relatives': {
      const who = follow(rule.relatives, rule.coResident);
      const ask = asked(rule);
      return { subject: 'relatives', text: { zh: `${ask.zh}者${who.zh}`, en: `who ${ask.en}: ${who.en}` } };
    }
    case 'address': {
      const zh = rule.collective === 'employer' ? '单位集体户' : '社区集体户';
      return { subject: 'address', text: { zh, en: `${rule.collective} collective register` } };
    }
    case 'permit': {
      const from = joined(rule.tiers.map((t) => tierWords[t]));
      const ground = joined(rule.groundTiers.map((t) => tierWords[t]));
      const need = rule.groundTiers.length > 0;
      return {
        subject: 'permit',
        text: {
          zh: `居住满${rule.months}个月，来自${from.zh}${need ? `；须有住所、就业或就读：${ground.zh}` : ''}`,
          en: `${rule.months} months, from ${from.en}${need ? `; dwelling, job or schooling needed from ${ground.en}` : ''}`,
        },
      };
    }
    case 'right': {
      const what = joined(rule.services.map((s) => serviceWords[s]));
      const percent = `${Math.round(rule.level * 100)}%`;
      const years = rule.yearsInTown > 0 || rule.insuredYears > 0;
      return {
        subject: `right.${rule.services.join('+')}`,
        text: {
          zh: `未落户者享有${what.zh}的${percent}${rule.needsPermit ? '，须居住证' : ''}${years ? `，居住${rule.yearsInTown}年参保${rule.insuredYears}年` : ''}`,
          en: `${percent} of ${what.en} before settling${rule.needsPermit ? ', on a permit' : ''}${years ? `, ${rule.yearsInTown} years there and ${rule.insuredYears} insured` : ''}`,
        },
      };
    }
    case 'settled': {
      const what = joined(rule.services.map((s) => serviceWords[s]));
      const percent = `${Math.round(rule.level * 100)}%`;
      return {
        subject: `settled.${rule.services.join('+')}`,
        text: { zh: `落户者享有${what.zh}的${percent}`, en: `${percent} of ${what.en} once settled` },
      };
    }
    case 'fund-rent':
      return {
        subject: 'fund-rent',
        text: {
          zh: `连续缴存公积金满${rule.months}个月可提取付房租`,
          en: `the housing fund may be drawn for rent after ${rule.months} months of contributions`,
        },
      };
    case 'lever': {
      const [name, force] = [leverWords[rule.name], forceWords[rule.force ?? clause.force]];
      const strength = rule.strength === null ? '' : ` ${rule.strength}`;
      return {
        subject: `lever.${rule.name}`,
        text: { zh: `${name.zh}（${force.zh}${strength}）`, en: `${name.en} (${force.en}${strength})` },
      };
    }
    case 'counting':
      return {
        subject: 'counting',
        text: {
          zh: `户籍城镇人口按${rule.by === 'place' ? '户籍地' : '户口性质'}统计${rule.within === 'districts' ? '，只计市辖区' : ''}`,
          en: `registered urban counted by ${rule.by}${rule.within === 'districts' ? ', districts only' : ''}`,
        },
      };
    case 'target': {
      const span = rule.from === null ? `${rule.to}` : `${rule.from}-${rule.to}`;
      const sense = { 'at-least': '>=', about: '~', 'at-most': '<=' }[rule.sense];
      const text = `${rule.indicator} ${sense} ${rule.value} ${rule.unit}, ${span}`;
      return { subject: `target.${rule.indicator}`, text: { zh: text, en: text } };
    }
    case 'fiscal': {
      const text = `${rule.subject}: ${rule.counts.join(' + ')}`;
      return { subject: `fiscal.${rule.subject}`, text: { zh: text, en: text } };
    }
  }
}
