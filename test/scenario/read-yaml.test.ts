import { describe, expect, it } from 'vitest';
import { leverFileSchema } from '../../src/analysis/lever/lever-file.ts';
import type { Language } from '../../src/language/language.ts';
import { documentSchema } from '../../src/policy/document-schema.ts';
import { householdSchema } from '../../src/policy/household.ts';
import { planSchema } from '../../src/run/plan/schema.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { fiscalSchema } from '../../src/scenario/fiscal-values.ts';
import { readYaml } from '../../src/scenario/read-yaml.ts';
import { scenarioFileSchema } from '../../src/scenario/schema.ts';

const schemas = {
  scenario: scenarioFileSchema,
  document: documentSchema,
  household: householdSchema,
  plan: planSchema,
  coefficients: fiscalSchema,
  levers: leverFileSchema,
} as const;

/** What is told of one line of a file, without what the rest of it lacks. */
function told(kind: keyof typeof schemas, line: string, lang: Language): string[] {
  try {
    readYaml(`${line}\n`, 'a.yaml', schemas[kind] as typeof scenarioFileSchema, lang);
    return [];
  } catch (error) {
    const issues = (error as InputError).issues.filter(({ message }) => !/^(must be given|应给出)/.test(message));
    return new InputError(issues).message.split('\n');
  }
}

/** The same mistake in files of several kinds, and what it is called in all of them. */
const cases: readonly [Partial<Record<keyof typeof schemas, string>>, { zh: string; en: string }][] = [
  [
    { scenario: 'sead: 1', plan: 'sead: 1' },
    {
      en: 'a.yaml:1:1: sead must be a known key, got "sead"; did you mean seed',
      zh: 'a.yaml:1:1: sead 应为已知的键，实际为 "sead"；是否想写 seed',
    },
  ],
  [
    { scenario: 'seed: [1]', plan: 'seed: [1]' },
    {
      en: 'a.yaml:1:7: seed must be text or a whole number, got a list',
      zh: 'a.yaml:1:7: seed 应为文字或整数，实际为列表',
    },
  ],
  [
    { scenario: 'definition: plase', plan: 'definition: plase' },
    {
      en: 'a.yaml:1:13: definition must be law or place or kind or districts, got "plase"; did you mean place',
      zh: 'a.yaml:1:13: definition 应为 law 或 place 或 kind 或 districts，实际为 "plase"；是否想写 place',
    },
  ],
  [
    { scenario: 'replicates: 0', plan: 'replicates: 0' },
    {
      en: 'a.yaml:1:13: replicates must be at least 1, got 0',
      zh: 'a.yaml:1:13: replicates 应为不小于 1 的数，实际为 0',
    },
  ],
  [
    { scenario: 'replicates: 1.5', plan: 'replicates: 1.5' },
    {
      en: 'a.yaml:1:13: replicates must be a whole number, got 1.5',
      zh: 'a.yaml:1:13: replicates 应为整数，实际为 1.5',
    },
  ],
  [
    { plan: 'sample: 0' },
    { en: 'a.yaml:1:9: sample must be above 0, got 0', zh: 'a.yaml:1:9: sample 应为大于 0 的数，实际为 0' },
  ],
  [
    { scenario: 'city: 150200', document: 'area: 150200' },
    { en: 'must be a six-digit division code in quotes, got 150200', zh: '应为带引号的六位区划代码，实际为 150200' },
  ],
  [
    { household: 'veteran: perhaps', document: 'clauses: [{sets: [{rule: route, coResident: perhaps}]}]' },
    { en: 'must be true or false, got "perhaps"', zh: '应为 true 或 false，实际为 "perhaps"' },
  ],
  [
    { coefficients: 'award.lag: {value: 1, range: [1]}', levers: 'levers: {a: {costs: [{range: [1]}]}}' },
    { en: 'range must be a list of two numbers, got a list', zh: 'range 应为两个数的列表，实际为列表' },
  ],
  [
    { document: 'clauses: [{sets: [{rule: right, levle: 1}]}]' },
    {
      en: 'levle must be a known key, got "levle"; did you mean level',
      zh: 'levle 应为已知的键，实际为 "levle"；是否想写 level',
    },
  ],
  [
    { document: 'clauses: [{sets: [{rule: requirement, when: [{anyOf: [{}]}]}]}]' },
    { en: 'anyOf must have at least 2 items, got fewer', zh: 'anyOf 应至少有 2 项，实际更少' },
  ],
];

describe('one mistake is told in the same words in every kind of file', () => {
  for (const [files, message] of cases)
    for (const [kind, line] of Object.entries(files) as [keyof typeof schemas, string][])
      it.each(['zh', 'en'] as const)(`${kind} ${line} (%s)`, (lang) => {
        expect(told(kind, line, lang)).toEqual([expect.stringContaining(message[lang])]);
      });
});

it('both languages are kept where the reader’s is not known', () => {
  try {
    readYaml('age: old\n', 'a.yaml', householdSchema);
    expect.unreachable();
  } catch (error) {
    expect((error as InputError).issues).toEqual([
      expect.objectContaining({ message: 'must be a number, got "old"', zh: '应为数字，实际为 "old"' }),
    ]);
  }
});
