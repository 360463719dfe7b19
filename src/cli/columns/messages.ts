import { type Localized, text } from '../../language/language.ts';
import type { Column, ColumnUnit } from '../../people/column/column.ts';

/** What `luohu columns` says, in both languages. */
export const columnsMessages = {
  command: () =>
    text(
      '人、户和事件的列：微观数据所含、自定表可用的名称、类别、单位和定义',
      'columns of persons, households and events: what microdata hold and tables may name, with categories, units, definitions',
    ),
  word: () =>
    text(
      '要找的词：列的代码、中英文名称、定义或类别的一部分',
      'words to look for in codes, names, definitions and categories',
    ),
  tables: () => text('列出随包附带的表', 'list the tables that come with the package'),
  header: () => text('对象,列,名称,类型,定义', 'population,column,name,type,definition'),
  tablesHeader: () => text('表,标题', 'table,title'),
  categories: () => text('类别：', 'categories:'),
  more: () =>
    text(
      'luohu columns <列> 列出其类别；人的表可用所属户的列',
      'luohu columns <column> lists its categories; tables of persons may use the columns of their households',
    ),
  types: {
    identity: text('标识', 'identity'),
    code: text('类别', 'category'),
    flag: text('是否', 'yes or no'),
    whole: text('整数', 'whole number'),
    number: text('数字', 'number'),
  } satisfies Record<Column['type'], Localized>,
  units: {
    years: text('年', 'years'),
    year: text('年份', 'year'),
    persons: text('人', 'persons'),
    mu: text('亩', 'mu'),
    km: text('公里', 'km'),
  } satisfies Record<ColumnUnit, Localized>,
  none: (words: string, near: string | undefined) => {
    const hint = near === undefined ? text('', '') : text(`；是指 ${near} 吗？`, `; did you mean "${near}"?`);
    return text(
      `应为列的代码、名称、定义或类别中的词，实际为 "${words}"${hint.zh}`,
      `must be words of a column's code, name, definition or categories, got "${words}"${hint.en}`,
    );
  },
};
