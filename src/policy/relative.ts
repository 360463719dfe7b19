import { type Localized, text } from '../language/language.ts';

/** What a relative is to somebody: `children` are those of the person meant, `spouse-parents` the parents of the spouse. */
export const relativeNames = [
  'spouse',
  'children',
  'grandchildren',
  'own-parents',
  'spouse-parents',
  'children-in-law',
  'grandparents',
  'siblings',
] as const;
export type RelativeName = (typeof relativeNames)[number];

/** What somebody is to a relative who is this to them: whose child I am is my parent. */
export const inverseOf: Readonly<Record<RelativeName, RelativeName>> = {
  spouse: 'spouse',
  children: 'own-parents',
  grandchildren: 'grandparents',
  'own-parents': 'children',
  'spouse-parents': 'children-in-law',
  'children-in-law': 'spouse-parents',
  grandparents: 'grandchildren',
  siblings: 'siblings',
};

export const relativeWords: Readonly<Record<RelativeName, Localized>> = {
  spouse: text('配偶', 'spouse'),
  children: text('子女', 'children'),
  grandchildren: text('孙子女（外孙子女）', 'grandchildren'),
  'own-parents': text('父母', 'own parents'),
  'spouse-parents': text('配偶父母', "spouse's parents"),
  'children-in-law': text('子女的配偶', 'children-in-law'),
  grandparents: text('祖父母（外祖父母）', 'grandparents'),
  siblings: text('兄弟姐妹', 'siblings'),
};
