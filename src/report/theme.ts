import type { Config } from 'vega-lite';

/** The first of these that a reader's machine has is used; every one draws Chinese. */
const FONT = 'Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif';

/** Okabe and Ito's colours, told apart by readers with any colour vision (jfly.uni-koeln.de/color). */
export const palette = {
  blue: '#0072B2',
  vermillion: '#D55E00',
  green: '#009E73',
  purple: '#CC79A7',
  sky: '#56B4E9',
  orange: '#E69F00',
  yellow: '#F0E442',
  black: '#000000',
} as const;

/** Text and rules that carry a message. */
export const INK = '#222222';
/** Notes, axes and other things to be read second. */
export const MUTED = '#595959';

/** Width in pixels of a chart's drawing area; titles are wrapped to it. */
export const WIDTH = 640;

export const config: Config = {
  font: FONT,
  background: 'white',
  padding: 16,
  // The chart's description speaks for it; labels of single marks would only repeat field names.
  aria: false,
  view: { stroke: null },
  axis: {
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    labelColor: INK,
    titleColor: MUTED,
    domainColor: '#8c8c8c',
    tickColor: '#8c8c8c',
    gridColor: '#e6e6e6',
    labelLimit: 0,
    titleLimit: 0,
  },
  legend: { labelFontSize: 11, titleFontSize: 11, labelColor: INK, titleColor: MUTED, labelLimit: 0, titleLimit: 0 },
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: 15,
    color: INK,
    subtitleFontSize: 11,
    subtitleColor: MUTED,
    subtitlePadding: 5,
    subtitleLineHeight: 16,
    limit: 0,
    offset: 14,
  },
  text: { fontSize: 11, color: INK },
};
