import { text } from '../../language/language.ts';

/** What `luohu eligible` says, in both languages. */
export const eligibleMessages = {
  eligibleCommand: () => text('一个家庭能否落户、依据哪一条', 'whether a household may settle, and on which clause'),

  householdFile: () => text('家庭情况（YAML 文件）', 'household file (YAML)'),
  cityOption: () => text('地级市：代码或名称', 'prefecture: code or name'),
  dateOption: () => text('日期（年-月-日）', 'day (year-month-day)'),
  areaOption: () =>
    text('区县：代码或名称（缺省为中心城区）', 'county or district: code or name (default: the central city)'),
  unknownArea: (given: string, known: string) =>
    text(`--area 应为 ${known} 之一，实际为 ${given}`, `--area must be one of ${known}, got ${given}`),
  maySettle: (routes: number) =>
    text(`可以落户，${routes} 条途径`, `may settle, by ${routes === 1 ? '1 route' : `${routes} routes`}`),
  mayNotSettle: () => text('不能落户', 'may not settle'),
  permitAnswer: (open: boolean, clause: string) =>
    text(
      `居住证：${open ? '可以办理' : '不能办理'} ${clause}`,
      `residence permit: ${open ? 'may be held' : 'may not be held'} ${clause}`,
    ),
  rightsToday: (gap: string) =>
    text(
      `公共服务：现有 → 落户后，以老住户为100%（平均增加 ${gap}）`,
      `services today -> once settled, in per cent of what old townspeople have (settling adds ${gap} on average)`,
    ),
  eligibleEpilogue: () =>
    text(
      '例：npx luohu eligible data/household.example.yaml --city chifeng --date 2020-01-01\n该示例文件列出家庭文件可写的每一项及其取值；不写的取缺省值',
      'Example: npx luohu eligible data/household.example.yaml --city chifeng --date 2020-01-01\nThat file lists every line a household file may have and its values; what is left out has its default',
    ),
};
