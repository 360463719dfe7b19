import type { Table as DocxTable, FileChild, IParagraphOptions, IRunOptions, Paragraph } from 'docx';
import type { Language } from '../../language/language.ts';
import type { Block, Picture, Table } from './block.ts';

/*
 * The only file that knows which library writes Word files.
 */

/** Fonts of a Chinese official document (GB/T 9704-2012), each with what stands in for it where it is not installed. */
const chinese = {
  title: { name: '方正小标宋简体', alternative: '华文中宋' },
  section: { name: '黑体', alternative: 'SimHei' },
  part: { name: '楷体_GB2312', alternative: '楷体' },
  body: { name: '仿宋_GB2312', alternative: '仿宋' },
  table: { name: '宋体', alternative: 'SimSun' },
} as const;
/** Letters and figures between Chinese ones. */
const LATIN = 'Times New Roman';
const ENGLISH = 'Calibri';

/** Rows up to which a table is kept on one page. */
const MOST_TOGETHER = 14;
const twips = { mm: 56.7, pt: 20 } as const;

/** Sizes in points, distances in millimetres: of Chinese official documents, and of an English memo. */
const layout = {
  zh: {
    margins: [37, 26, 35, 28],
    title: 22,
    section: 16,
    body: 16,
    caption: 12,
    table: 10.5,
    note: 14,
    line: 28,
    indent: 2,
    before: 0,
    after: 0,
  },
  en: {
    margins: [25, 25, 25, 25],
    title: 20,
    section: 14,
    body: 11,
    caption: 10,
    table: 9,
    note: 10,
    line: 15,
    indent: 0,
    before: 12,
    after: 4,
  },
} as const satisfies Record<Language, object>;

type Role = keyof typeof chinese;

/**
 * Bytes of a .docx of these blocks: in Chinese as an official document is laid out (title of 2 hao in 小标宋, body of 3 hao in 仿宋 on lines
 * of 28 points, headings 黑体 and 楷体, page number between dashes), in English as a memo.
 * @param title of the file's properties
 * @param landscape lays the pages on their side, with narrow margins, for wide tables
 */
export async function writeDocx(
  blocks: readonly Block[],
  title: string,
  lang: Language,
  landscape = false,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const look = landscape ? { ...layout[lang], margins: layout.en.margins } : layout[lang];
  const across = landscape ? 297 : 210;
  const half = (points: number): number => Math.round(points * 2);
  const font = (role: Role): NonNullable<IRunOptions['font']> =>
    lang === 'zh'
      ? { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: chinese[role].name }
      : { ascii: ENGLISH, hAnsi: ENGLISH, cs: ENGLISH, eastAsia: chinese[role].name };
  const run = (text: string, role: Role, size: number, more: Partial<IRunOptions> = {}) =>
    new docx.TextRun({ text, font: font(role), size: half(size), ...more });
  const paragraph = (
    text: string,
    role: Role,
    size: number,
    options: IParagraphOptions = {},
    more: Partial<IRunOptions> = {},
  ): Paragraph =>
    new docx.Paragraph({
      spacing: { after: look.after * twips.pt, line: look.line * twips.pt, lineRule: docx.LineRuleType.AT_LEAST },
      ...options,
      children: [run(text, role, size, more)],
    });
  const isBold = lang === 'en';
  const indent = { firstLine: look.indent * look.body * twips.pt };

  const written = (block: Block): FileChild[] => {
    switch (block.kind) {
      case 'title':
        return [
          paragraph(
            block.text,
            'title',
            look.title,
            {
              heading: docx.HeadingLevel.TITLE,
              alignment: lang === 'zh' ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
              spacing: { after: 12 * twips.pt, line: 34 * twips.pt, lineRule: docx.LineRuleType.AT_LEAST },
            },
            { bold: isBold, color: '000000' },
          ),
        ];
      case 'subtitle':
        return [
          paragraph(block.text, 'part', look.body, {
            alignment: lang === 'zh' ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
            spacing: { after: 14 * twips.pt, line: look.line * twips.pt, lineRule: docx.LineRuleType.AT_LEAST },
          }),
        ];
      case 'section':
      case 'part':
        return [
          paragraph(
            block.text,
            block.kind,
            look.section,
            {
              heading: block.kind === 'section' ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
              keepNext: true,
              spacing: {
                before: look.before * twips.pt,
                after: look.after * twips.pt,
                line: look.line * twips.pt,
                lineRule: docx.LineRuleType.AT_LEAST,
              },
              indent,
            },
            { bold: isBold, color: '000000' },
          ),
        ];
      case 'paragraph':
        return [paragraph(block.text, 'body', look.body, { indent, alignment: docx.AlignmentType.BOTH })];
      case 'caption':
        return [
          paragraph(block.text, 'section', look.caption, {
            alignment: lang === 'zh' ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
            keepNext: true,
            spacing: { before: 8 * twips.pt, after: 4 * twips.pt },
          }),
        ];
      case 'legend':
        return [
          paragraph(block.text, 'section', look.caption, {
            alignment: lang === 'zh' ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
            spacing: { before: 4 * twips.pt, after: 10 * twips.pt },
          }),
        ];
      case 'note':
        return [paragraph(block.text, 'body', look.note, { alignment: docx.AlignmentType.RIGHT })];
      case 'table':
        return [table(block), paragraph('', 'table', look.table)];
      case 'picture':
        return [picture(block)];
    }
  };

  const table = ({ head, rows, widths: shares }: Table): DocxTable => {
    const isProse = shares !== undefined;
    const [first, ...rest] = shares?.map((share) => Math.floor(share * text)) ?? widths(head.length);
    const line = { style: docx.BorderStyle.SINGLE, size: 8, color: '000000' };
    const thin = { style: docx.BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
    const isShort = !isProse && rows.length <= MOST_TOGETHER;
    const cell = (text: string, c: number, isHead: boolean, isLast: boolean) =>
      new docx.TableCell({
        width: { size: c === 0 ? first : rest[c - 1], type: docx.WidthType.DXA },
        verticalAlign: isProse && !isHead ? docx.VerticalAlignTable.TOP : docx.VerticalAlignTable.CENTER,
        margins: { top: 30, bottom: 30, left: 60, right: 60 },
        children: text.split('\n').map(
          (part, n) =>
            new docx.Paragraph({
              alignment: c === 0 || (isProse && !isHead) ? docx.AlignmentType.LEFT : docx.AlignmentType.CENTER,
              // a short table stays on one page: a row alone on the next one is read as a table of its own
              keepNext: isHead || (isShort && !isLast),
              children: [
                run(part, isHead ? 'section' : 'table', n === 0 || isProse ? look.table : look.table - 1.5, {
                  bold: isHead && isBold,
                }),
              ],
            }),
        ),
      });
    return new docx.Table({
      width: { size: first + rest.reduce((sum, each) => sum + each, 0), type: docx.WidthType.DXA },
      columnWidths: [first, ...rest],
      layout: docx.TableLayoutType.FIXED,
      borders: {
        top: line,
        bottom: line,
        left: { style: docx.BorderStyle.NONE },
        right: { style: docx.BorderStyle.NONE },
        insideHorizontal: thin,
        insideVertical: isProse ? thin : { style: docx.BorderStyle.NONE },
      },
      rows: [head, ...rows].map(
        (cells, r) =>
          new docx.TableRow({
            tableHeader: r === 0,
            cantSplit: !isProse || r === 0,
            children: cells.map((text, c) => cell(text, c, r === 0, r === rows.length)),
          }),
      ),
    });
  };

  const [top, right, bottom, left] = look.margins;
  /** Width of the text on a page in twips. */
  const text = Math.round((across - right - left) * twips.mm);
  /** Widths of columns in twips: the first holds names. */
  const widths = (columns: number): number[] => {
    const first = columns <= 3 ? text - (columns - 1) * 1500 : Math.round(text * 0.26);
    return [first, ...Array.from({ length: columns - 1 }, () => Math.floor((text - first) / (columns - 1)))];
  };

  const picture = ({ name, svg, png, width, height, description }: Picture): Paragraph => {
    const pixels = (text / twips.mm / 25.4) * 96;
    const scale = Math.min(1, pixels / width, MOST_PIXELS / height);
    return new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext: true,
      children: [
        new docx.ImageRun({
          type: 'svg',
          data: Buffer.from(svg),
          fallback: { type: 'png', data: Buffer.from(png) },
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name, title: name, description },
        }),
      ],
    });
  };

  const page = {
    // the library turns the sheet itself
    size: {
      width: Math.round(210 * twips.mm),
      height: Math.round(297 * twips.mm),
      orientation: landscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
    },
    margin: Object.fromEntries(
      Object.entries({ top, right, bottom, left }).map(([edge, mm]) => [edge, Math.round(mm * twips.mm)]),
    ),
  };
  const dash = lang === 'zh' ? '— ' : '';
  const file = new docx.Document({
    title,
    creator: 'luohu',
    description: title,
    styles: { default: { document: { run: { font: font('body'), size: half(look.body) } } } },
    sections: [
      {
        properties: { page },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                alignment: docx.AlignmentType.CENTER,
                children: [
                  new docx.TextRun({
                    font: font('table'),
                    size: half(lang === 'zh' ? 14 : 9),
                    children: [dash, docx.PageNumber.CURRENT, dash === '' ? '' : ' —'],
                  }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap(written),
      },
    ],
  });
  const fonts = [{ path: 'word/fontTable.xml', data: fontTable(lang) }];
  return docx.Packer.toBuffer(file, undefined, fonts);
}

/** Tallest picture in pixels: with its caption it fits on a page. */
const MOST_PIXELS = 760;

/** Names the fonts, and which stands in where one is not installed. */
function fontTable(lang: Language): string {
  const fonts = Object.values(chinese).map(
    ({ name, alternative }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  const latin = lang === 'zh' ? LATIN : ENGLISH;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
}
