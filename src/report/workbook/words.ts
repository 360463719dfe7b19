import type { LocalName } from '../../scenario/city-data.ts';
import type { Support } from './sheet.ts';

/** Written behind a figure inside its cell, so that no copy or print loses it. */
export const supportGlyph: Record<Support, string> = {
  simulated: '',
  published: '',
  derived: '‡',
  recalled: '†',
  assumption: '※',
};

export const supportName: Record<Support, LocalName> = {
  simulated: { zh: '模拟结果', en: 'simulated' },
  published: { zh: '公布', en: 'published' },
  derived: { zh: '推算‡', en: 'derived‡' },
  recalled: { zh: '凭记忆、未复核†', en: 'recalled, not re-read†' },
  assumption: { zh: '假设※', en: 'assumption※' },
};

/** Fonts that both offices have in that language. */
export const fontOf: Record<keyof LocalName, string> = { zh: '宋体', en: 'Arial' };

/** Words of the workbook that belong to no single sheet. */
export const words = {
  pageOf: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
  inputCell: { zh: '可改系数', en: 'Coefficient' },
  notAccepted: { zh: '不接受该数值', en: 'Not accepted' },
  accepts: {
    number: { zh: '不小于 0 的数', en: 'a number not below 0' },
    share: { zh: '0 到 1 之间的比例（100% = 1）', en: 'a share from 0 to 1 (100% = 1)' },
    whole: { zh: '0 到 10 的整数', en: 'a whole number from 0 to 10' },
    switch: { zh: '0（否）或 1（是）', en: '0 (no) or 1 (yes)' },
  },
} as const;
