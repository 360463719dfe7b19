import type { Province } from '../../fiscal/province.ts';
import type { Coefficient } from '../../fiscal/result.ts';
import { type Language, text } from '../../language/language.ts';
import { changeMap } from '../chart/map.ts';
import type { Outlines } from '../chart-input.ts';
import type { ChartSpec } from '../head.ts';
import { titleOf } from '../workbook/page/coefficients.ts';

/** Coefficients that are drawn: those that move the most between prefectures. */
const DRAWN = 4;
/** Smallest change of a share that is drawn: what rounds to a hundredth of a point. */
const LEAST = 5e-5;

/** A map of what one coefficient at an end of its range moves. */
interface MovesMap {
  /** As its file is called, without language and ending. */
  readonly name: string;
  readonly spec: (lang: Language) => ChartSpec;
}

const say = {
  scenario: (year: number) => text(`${year}年市民化奖励资金`, `Award fund of ${year}`),
  title: (name: string, end: string, lang: Language) =>
    text(`份额的变化（百分点）：${name}取${end}`, `Change of the share (points): ${name} at ${end}`)[lang],
  note: text(
    '各市份额合计为一，变化之和为零；每档含下限',
    'Shares sum to one, changes to zero; a class holds its lower bound',
  ),
  end: { low: text('下限', 'its low end'), high: text('上限', 'its high end') },
};

/** Maps of the assumed coefficients that move the most between the prefectures of a province, each at the end that moves more. */
export function movesMaps(
  { rows, moves, year }: Province,
  coefficients: readonly Coefficient[],
  outlines: Outlines,
): MovesMap[] {
  const largest = (id: string, end: 'low' | 'high'): number =>
    Math.max(
      ...moves
        .filter((move) => move.coefficient === id && move.end === end)
        .map(({ shareChange }) => Math.abs(shareChange)),
    );
  return [...new Set(moves.map(({ coefficient }) => coefficient))]
    .map((id) => {
      const end = largest(id, 'low') > largest(id, 'high') ? ('low' as const) : ('high' as const);
      return { id, end, size: largest(id, end) };
    })
    .filter(({ size }) => size >= LEAST)
    .sort((a, b) => b.size - a.size)
    .slice(0, DRAWN)
    .map(({ id, end }) => {
      const own = coefficients.find((each) => each.id === id)!;
      const values = rows.map(({ city, name }) => {
        const move = moves.find((each) => each.coefficient === id && each.end === end && each.city === city)!;
        return { code: city, name, value: 100 * move.shareChange };
      });
      return {
        name: `moves.${id}.${end}`,
        spec: (lang) =>
          changeMap(
            {
              scenario: { title: say.scenario(year) },
              ...{ outlines, values, note: say.note[lang] },
              title: say.title(titleOf(own)[lang], `${say.end[end][lang]} ${own[end]}`, lang),
            },
            lang,
          ),
      };
    });
}
