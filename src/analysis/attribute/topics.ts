import type { Localized } from '../../language/language.ts';
import type { Rule } from '../../policy/document.ts';
import type { LeverName, Service } from '../../policy/law.ts';

/**
 * What clauses are about, by what they set: the groups an effect is divided over. Eight, so that all their combinations can be
 * simulated.
 */
export const topics = ['thresholds', 'permit', 'school', 'housing', 'land', 'information', 'jobs', 'counting'] as const;
export type Topic = (typeof topics)[number];

export const topicNames: Readonly<Record<Topic, Localized>> = {
  thresholds: { zh: '落户门槛', en: 'thresholds of settling' },
  permit: { zh: '居住证与社会保障', en: 'residence permit and social insurance' },
  school: { zh: '子女就学', en: 'schooling' },
  housing: { zh: '住房', en: 'housing' },
  land: { zh: '土地权益', en: 'land rights' },
  information: { zh: '宣传与手续', en: 'information and paperwork' },
  jobs: { zh: '就业', en: 'jobs' },
  counting: { zh: '统计口径与村改居', en: 'counting and reclassification' },
};

const serviceTopics: Readonly<Record<Service, Topic>> = {
  schooling: 'school',
  exams: 'school',
  medical: 'permit',
  pension: 'permit',
  dibao: 'permit',
  'public-rental': 'housing',
  'rent-subsidy': 'housing',
  'housing-fund': 'housing',
};

const leverTopics: Readonly<Record<LeverName, Topic>> = {
  'land.rightsKept': 'land',
  'land.paidExit': 'land',
  'information.awareness': 'information',
  'information.landBelief': 'land',
  'information.mobilisation': 'information',
  'settlement.paperwork': 'information',
  'permit.paperwork': 'permit',
  'school.enrolment': 'school',
  'jobs.growth': 'jobs',
  'jobs.training': 'jobs',
  'jobs.hiringSubsidy': 'jobs',
  'jobs.startupLoan': 'jobs',
  'statistic.reclassification': 'counting',
};

/** A rule cut into its parts by topic; rules that no process reads have none. */
export function rulesByTopic(rule: Rule): readonly { readonly topic: Topic; readonly rule: Rule }[] {
  switch (rule.rule) {
    case 'route':
    case 'requirement':
    case 'points':
    case 'relatives':
    case 'return':
    case 'address':
      return [{ topic: 'thresholds', rule }];
    case 'permit':
      return [{ topic: 'permit', rule }];
    case 'fund-rent':
      return [{ topic: 'housing', rule }];
    case 'counting':
      return [{ topic: 'counting', rule }];
    case 'lever':
      return [{ topic: leverTopics[rule.name], rule }];
    case 'right':
    case 'settled':
      return topics.flatMap((topic) => {
        const services = rule.services.filter((service) => serviceTopics[service] === topic);
        return services.length > 0 ? [{ topic, rule: { ...rule, services } }] : [];
      });
    case 'target':
    case 'fiscal':
      return [];
  }
}
