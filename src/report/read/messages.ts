import { said } from '../../scenario/errors.ts';

/** What is told of a result folder that cannot be read. */
export const resultMessages = {
  missing: () =>
    said({ zh: '应为结果文件夹中的文件，实际没有', en: 'must be a file of the result folder, got nothing' }),
  noColumn: (columns: readonly string[]) =>
    said({
      zh: `应有列 ${columns.join('、')}，实际没有`,
      en: `must have the columns ${columns.join(', ')}, got a table without them`,
    }),
  noCategory: () =>
    said({
      zh: '应有表的说明（.json）所列的类别，实际为别的',
      en: 'must have categories that what is said of the table (.json) lists, got others',
    }),
  broken: (what: string) => said({ zh: `应为完整的文件，实际为 ${what}`, en: `must be a whole file, got ${what}` }),
};
