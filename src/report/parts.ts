import { type Localized, text } from '../language/language.ts';

/** What the areas of a result are: counties of a city, prefectures of a province, or provinces of the nation. */
export type Parts = 'counties' | 'prefectures' | 'provinces';

interface PartWords {
  /** The whole, as a row beside its parts. */
  readonly whole: Localized;
  /** One part, as the name of a choice. */
  readonly part: Localized;
  /** A heading over all parts. */
  readonly heading: Localized;
  /** All parts, inside a title in Chinese; `by county` in English. */
  readonly by: Localized;
  /** The same of one after the other. */
  readonly each: Localized;
  readonly click: Localized;
  readonly missing: Localized;
}

/** How charts and the page call the whole and its parts. */
export const partWords: Readonly<Record<Parts, PartWords>> = {
  counties: {
    whole: text('全市', 'Whole city'),
    part: text('县区', 'County'),
    heading: text('各县区', 'The counties'),
    by: text('各县区', 'by county'),
    each: text('各县区', 'county by county'),
    click: text('点击图中一个县区，上面的图即改为该县区。', 'A click on a county draws the other charts for it.'),
    missing: text('这张图没有所选县区或年份的数据。', 'Nothing to draw here for this county or year.'),
  },
  prefectures: {
    whole: text('全省（区）', 'Whole province'),
    part: text('地市', 'Prefecture'),
    heading: text('各地市', 'The prefectures'),
    by: text('各地市', 'by prefecture'),
    each: text('各地市', 'prefecture by prefecture'),
    click: text(
      '点击图中一个地市，其他图即改为该地市；此处只存有各地市的主要指标，其余见 luohu run 该地市的结果。',
      "A click on a prefecture draws other charts for it. Only a prefecture's main indicators are kept here: luohu run with its name has the rest.",
    ),
    missing: text(
      '这张图没有所选地市或年份的数据；单独运行该地市可得全部指标。',
      'Nothing to draw here for this prefecture or year; a run of the prefecture alone has every indicator.',
    ),
  },
  provinces: {
    whole: text('全国', 'Whole nation'),
    part: text('省份', 'Province'),
    heading: text('各省份', 'The provinces'),
    by: text('各省份', 'by province'),
    each: text('各省份', 'province by province'),
    click: text('点击图中一个省份，其他图即改为该省份。', 'A click on a province draws the other charts for it.'),
    missing: text('这张图没有所选省份或年份的数据。', 'Nothing to draw here for this province or year.'),
  },
};

/** The words for the areas of a result. */
export const wordsOf = ({ parts = 'counties' }: { readonly parts?: Parts }): PartWords => partWords[parts];
