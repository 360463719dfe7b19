import { type Localized, text } from '../../language/language.ts';

/** What `luohu policy` says, in both languages. */
export const policyMessages = {
  policyCommand: () =>
    text('列出政策文件的条款和各条的作用', 'list the clauses of policy documents and what each one does'),
  documentId: () => text('政策文件的编号，例如 baotou-2024', 'id of a policy document, such as baotou-2024'),
  against: () => text('与之比较的文件', 'document to compare it with'),
  with: () => text('一并读入的政策文件（YAML）', 'document files to read besides those of data/documents'),
  html: () =>
    text(
      '写成一页网页供校读：条文、规定、作用并列',
      'write one page to proof-read: words, rule and effect side by side',
    ),
  docx: () => text('同样的内容写成 Word 文件供校读', 'write the same as a Word file'),
  proofs: () => text('政策文件校读', 'Policy documents to proof-read'),
  note: ({ zh, en }: Localized) => text(`注：${zh}`, `note: ${en}`),
  written: (file: string) => text(`已写 ${file}`, `wrote ${file}`),
  htmlHeader: () =>
    text(
      '条款,条文与含义,规定,力度与对象,读法与假设',
      'clause,words and meaning,rule,force and whom,readings and assumptions',
    ),
  fromTo: (from: string, until: string | null) =>
    text(`自 ${from}${until ? ` 至 ${until} 前` : ''}`, `from ${from}${until ? ` until ${until}` : ''}`),
  replaces: (names: string) => text(`终止其落户途径：${names}`, `ends the routes of: ${names}`),
  draft: () => text('（征求意见稿）', ' (draft for comment)'),
  diff: () => text('逐项比较两份文件', 'compare two documents, rule by rule'),
  unknownDocument: (given: string, known: string) =>
    text(`应为已知的政策文件（${known}），实际为 ${given}`, `must be a known policy document (${known}), got ${given}`),
  diffNeedsTwo: (given: string) =>
    text(`--diff 应为两份政策文件，实际为 ${given}`, `--diff must be followed by two policy documents, got ${given}`),
  diffStandsAlone: (given: string) =>
    text(
      `--diff 已给出两份文件，不应再有 ${given}`,
      `--diff names both documents; there must be no other, got ${given}`,
    ),
  againstNeedsDocument: (given: string) =>
    text(
      `--against ${given} 之前应给出政策文件，实际没有`,
      `--against ${given} must follow a policy document, got none`,
    ),
  documentsHeader: () => text('文件,生效,条款,标题', 'document,in force,clauses,title'),
  inForceFrom: (day: string, source: Localized) =>
    text(`自 ${day} 生效；来源：${source.zh}`, `in force from ${day}; source: ${source.en}`),
  readings: (names: string) => text(`有争议的读法：${names}`, `disputed readings: ${names}`),
  silent: () => text('未规定', 'silent'),
};
