import type { TopLevelSpec } from 'vega-lite';
import { type Language, marks, text } from '../language/language.ts';
import type { ChartInput } from './chart-input.ts';
import { config, INK, MUTED, WIDTH } from './theme.ts';
import { wrapText } from './wrap-text.ts';

/** A finished chart: a Vega-Lite specification with its data inside. */
export type ChartSpec = TopLevelSpec;

/** One layer of a layered chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown[] }>['layer'][number];

/** How shaded intervals are explained under a title. */
export const shadedNote = {
  zh: '线：平均；阴影：50%与90%的模拟结果',
  en: 'Line: mean; shaded: 50 % and 90 % of replicates',
} as const;

interface Heading {
  /** What is found, or of a chart that shows many things what is shown and its unit. */
  readonly title: string;
  /** What is shown and its unit, where the title tells what is found. */
  readonly topic?: string;
  /** How to read it; empty notes are left out. */
  readonly notes: readonly string[];
  /** Where what is drawn comes from, in a line of its own. */
  readonly source?: string;
  /** The chart in words, for those who do not see it. */
  readonly description: string;
  /** Pixels a line of the title may take. */
  readonly width?: number;
}

/** What a chart is of. */
interface Titled {
  readonly scenario: Pick<ChartInput['scenario'], 'title'>;
}

/** The properties all charts share: what is found over what is shown, scenario and notes, alternative text, look. */
export function head(
  input: Titled,
  lang: Language,
  { title, topic = '', notes, source = '', description, width = WIDTH }: Heading,
) {
  const sep = marks.semicolon[lang];
  const subtitle = [topic, input.scenario.title[lang], notes.filter(Boolean).join(sep), source];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${title}${marks.colon[lang]}${topic === '' ? '' : topic + marks.semicolon[lang]}${input.scenario.title[lang]}${text('。', '. ')[lang]}${description}`,
    title: {
      text: wrapText(title, width, 15),
      subtitle: subtitle.filter((line) => line !== '').flatMap((line) => wrapText(line, width, 11)),
    },
    config,
  };
}

/**
 * The title of one of several panels.
 * @param width pixels a line may take
 * @param size of its letters in pixels
 */
export const panelTitle = (title: string, subtitle: string | string[], width: number, size = 11) => ({
  text: wrapText(title, width, size),
  subtitle,
  frame: 'group' as const,
  anchor: 'start' as const,
  fontSize: size,
  subtitleFontSize: 10,
  color: INK,
  subtitleColor: MUTED,
  offset: 5,
});
