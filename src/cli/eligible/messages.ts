import { type Localized, text } from '../../language/language.ts';

/** What `luohu eligible` says, in both languages. */
export const eligibleMessages = {
  eligibleCommand: () => text('一个家庭能否落户、依据哪一条', 'whether a household may settle, and on which clause'),

  householdFile: () => text('家庭情况（YAML 文件）', 'household file (YAML)'),
  cityOption: () => text('地级市：代码或名称', 'prefecture: code or name'),
  dateOption: () =>
    text(
      '日期（年-月-日）；多个以逗号分隔，或用 起..止 列出其间答案变化的日子',
      'day (year-month-day), several with commas, or FROM..TO for the days on which the answer changes',
    ),
  withOption: () =>
    text(
      '一并使用的政策文件（YAML），草案也算',
      'policy documents to use besides those of data/documents, drafts included',
    ),
  withoutOption: () => text('去掉的文件或条款（文件:条款）', 'documents or clauses (DOCUMENT:CLAUSE) taken out'),
  readingOption: () =>
    text('有争议条款的读法（文件:条款=读法）', 'reading of a disputed clause (DOCUMENT:CLAUSE=READING)'),
  readingForm: (given: string) =>
    text(
      `--reading 应形如 chifeng-2016:2.1.1=strict，实际为 ${given}`,
      `--reading must be like chifeng-2016:2.1.1=strict, got ${given}`,
    ),
  stretchOrder: (given: string) =>
    text(`--date 应为先后两个日期，实际为 ${given}`, `--date must be two days, the earlier first, got ${given}`),
  beforeAnyLaw: (first: string | undefined, document: string | undefined, given: string) =>
    text(
      `--date 应不早于 ${first}（已知最早的文件 ${document}），实际为 ${given}`,
      `--date must be ${first} or later: no document before ${document} is known, got ${given}`,
    ),
  carriedForward: (last: string) =>
    text(
      `${last} 之后没有已知的文件，沿用当时的规定`,
      `no document after ${last} is known: its law is carried forward`,
    ),
  registerAssumed: (names: readonly string[], tier: Localized) =>
    text(
      `${names.length === 0 ? '' : `${names.join('、')}：`}文件没有写户籍在哪里，按“${tier.zh}”计；写 tier: same-county、same-city、same-province 或 other-province 可改`,
      `${names.length === 0 ? '' : `${names.join(', ')}: `}where the register lies is not said and taken to be: ${tier.en}; tier: same-county, same-city, same-province or other-province says it`,
    ),
  onDay: (day: string) => text(`自 ${day} 起`, `from ${day}`),
  registeredHere: () => text('已是当地城镇户籍', 'holds a town register here already'),
  mayFollow: (ways: number) =>
    text(`可随迁，${ways} 种方式`, `may follow, in ${ways === 1 ? '1 way' : `${ways} ways`}`),
  returnAnswer: (open: boolean, clause: string) =>
    text(
      `${open ? '可' : '不可'}将户口迁回村里（${clause}）${open ? '' : '：缺'}`,
      `${open ? 'may' : 'may not'} move the register back to the village (${clause})${open ? '' : ': missing'}`,
    ),
  underReading: (clause: string, reading: string, meaning: string) =>
    text(`若 ${clause} 读作 ${reading}（${meaning}）：`, `if ${clause} is read as ${reading} (${meaning}):`),
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
  rightsToday: (gap: string | null) =>
    text(
      `公共服务：现有 → 落户后，以老住户为100%${gap === null ? '' : `（平均增加 ${gap}）`}`,
      `services today -> once settled, in per cent of what old townspeople have${gap === null ? '' : ` (settling adds ${gap} on average)`}`,
    ),
  tooYoung: () => text('未到年龄', 'not yet of age'),
  eligibleEpilogue: () =>
    text(
      '例：npx luohu eligible data/household.example.yaml --city chifeng --date 2020-01-01\n该文件列出可写的每一项及其取值，不写的取缺省值；一家几口写成 data/household.members.example.yaml',
      'Example: npx luohu eligible data/household.example.yaml --city chifeng --date 2020-01-01\nThat file lists every line there is and its values, what is left out has its default; a household of members is data/household.members.example.yaml',
    ),
};
