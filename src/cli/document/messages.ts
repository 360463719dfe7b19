import { text } from '../../language/language.ts';

/** What `luohu document` says, in both languages. */
export const documentMessages = {
  documentCommand: () =>
    text(
      '起草政策文件，用家庭案例检验，打印编辑器用的 JSON Schema',
      'begin a policy document, try household cases, print its schema',
    ),
  action: () => text('new 起草，test 检验案例，schema 打印 JSON Schema', 'new, test or schema'),
  what: () =>
    text(
      'new：地级单位；test：案例文件；schema：可写 household',
      'new: a prefecture; test: files of cases; schema: nothing, or household',
    ),
  with: () =>
    text('一并使用的文件（YAML，不必在 data/documents 中）', 'document files to use besides those of data/documents'),
  mutants: () => text('数出改动条款而没有案例察觉的地方', 'count slips of the documents that no case notices'),
  out: () => text('写到哪个文件', 'file to write'),
  force: () => text('覆盖已有的文件', 'write over an existing file'),
  epilogue: () =>
    text(
      '例：npx luohu document new 合肥；npx luohu document test my-cases.yaml --with hefei-2027.yaml --mutants\n怎样写：src/policy/writing.zh-CN.md',
      'Examples: npx luohu document new hefei; npx luohu document test my-cases.yaml --with hefei-2027.yaml --mutants\nHow to write one: src/policy/writing.md',
    ),
  needsPlace: (given: string) =>
    text(
      `document new 之后应为一个地级单位，实际为 ${given || '空'}`,
      `document new must be followed by one prefecture, got ${given || 'nothing'}`,
    ),
  needsCases: () =>
    text('document test 之后应为案例文件，实际没有', 'document test must be followed by files of cases, got none'),
  exists: (file: string) =>
    text(
      `${file} 应为新的文件，实际已存在；覆盖请用 --force`,
      `${file} must be a new file, got an existing one; --force writes over it`,
    ),
  written: (file: string) => text(`已写 ${file}`, `wrote ${file}`),
  agree: (file: string, right: number, all: number) =>
    text(`${file}：${all} 个案例，${right} 个相符`, `${file}: ${right} of ${all} cases agree`),
  differs: (name: string, day: string, place: string) => text(`✗ ${day} ${place} ${name}`, `✗ ${day} ${place} ${name}`),
  expected: (key: string, expected: string, got: string) =>
    text(`  ${key} 应为 ${expected}，实际为 ${got}`, `  ${key} must be ${expected}, got ${got}`),
  slips: (document: string, all: number, unnoticed: number) =>
    text(
      `${document}：${all} 处改动，${unnoticed} 处没有案例察觉`,
      `${document}: ${all} slips, ${unnoticed} that no case notices`,
    ),
};
