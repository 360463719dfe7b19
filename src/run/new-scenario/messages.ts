import type { Localized } from '../../language/language.ts';

/** What is wrong with what a new scenario would be made from, in both languages side by side. */
export const newScenarioMessages = {
  /** @param files scenarios any of which would do; none where no other city has a document of its own */
  noDonors: (baseYear: number, files: readonly string[]): Localized =>
    files.length === 0
      ? {
          zh: 'data/documents 应至少有另一城市自己的政策文件，以便借用其情景的参数，实际没有',
          en: 'data/documents must hold a policy document of another city, whose scenario lends its parameters, got none',
        }
      : {
          zh: `scenarios 应至少有一个 ${baseYear} 年起的情景可供借用参数（${files.join('、')}），实际没有`,
          en: `scenarios must hold a scenario from ${baseYear} that lends its parameters (${files.join(', ')}), got none`,
        },
};
