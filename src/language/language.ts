/** Languages a reader may ask for, Chinese first. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in every language. */
export type Localized = Readonly<Record<Language, string>>;

/** Words in both languages side by side: `text('落户', 'settle')[lang]`. */
export const text = (zh: string, en: string): Localized => ({ zh, en });

/** Words that are put together from others: in each language what `of` makes of it. */
export const inEach = (of: (lang: Language) => string): Localized => text(of('zh'), of('en'));

/** The language a reader would switch to. */
export const otherLanguage = { zh: 'en', en: 'zh' } as const satisfies Record<Language, Language>;

/** Values of `lang` attributes in HTML, and locales of `Intl`. */
export const localeOf = text('zh-CN', 'en');

/** Marks between words and sentences, the space that follows them included. */
export const marks = {
  colon: text('：', ': '),
  comma: text('，', ', '),
  semicolon: text('；', '; '),
  stop: text('。', '.'),
  /** Between two sentences. */
  gap: text('', ' '),
} as const;
