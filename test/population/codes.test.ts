import { describe, expect, it } from 'vitest';
import * as codes from '../../src/population/codes.ts';

const { Education, RegisterTier, Role, SchoolStage, Sex, Tenure, Work } = codes;

describe('names of codes', () => {
  it.each([
    ['works', codes.works, Work],
    ['tenures', codes.tenures, Tenure],
    ['educations', codes.educations, Education],
    ['school stages', codes.schoolStages, SchoolStage],
    ['register tiers', codes.registerTiers, RegisterTier],
    ['roles', codes.roles, Role],
    ['sexes', codes.sexes, Sex],
  ])('%s: every code has one, at its own place', (_, names, table) => {
    expect(names).toHaveLength(Object.keys(table).length);
    expect(new Set(names).size).toBe(names.length);
    for (const code of Object.values(table)) expect(names[code]).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('are those that documents, scenarios and indicators write', () => {
    expect(codes.works[Work.selfEmployed]).toBe('self-employed');
    expect(codes.works[Work.seeking]).toBe('seeking');
    expect(codes.tenures).toEqual(['none', 'employer', 'private-rent', 'public-rental', 'own']);
    expect(codes.educations).toEqual(['none', 'primary', 'junior', 'senior', 'college']);
    expect(codes.schoolStages).toEqual(['preschool', 'primary', 'junior', 'senior']);
    expect(codes.registerTiers).toEqual(['same-county', 'same-city', 'same-province', 'other-province']);
  });
});
