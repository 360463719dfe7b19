import { group } from 'd3-array';
import type { Localized } from '../../language/language.ts';
import type { Issue } from '../../scenario/errors.ts';
import { said } from '../../scenario/errors.ts';
import type { ReadFigure } from './figure.ts';
import { observationMessages as say } from './messages.ts';

/** Registers of town and village were unified in these years: before, by kind of register; after, by place. */
const UNIFIED = 2016;
/** A step from one year to the next beyond which a change of definition is asked about: points, share. */
const JUMP = { points: 2.5, share: 0.08 } as const;
const ofRegisters = /^(registered_urbanization_rate|urban_registered_population)$/;
const ofResidents =
  /^(registered_population|resident_population|urban_resident_population|resident_urbanization_rate)$/;

/** What must be asked of figures taken together: a cell with two values, and a definition that may have changed. */
export function breaksIn(figures: readonly ReadFigure[]): Issue[] {
  const issues: Issue[] = [];
  const ask = ({ file, line, column }: ReadFigure, problem: Localized, path = 'value'): void =>
    void issues.push({ file, line, column, path, ...said(problem) });
  const seen = new Map<string, ReadFigure>();
  for (const figure of figures) {
    const { area, year, indicator, definition } = figure;
    const key = `${area} ${year} ${indicator}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, figure);
    else if (first.value === figure.value) ask(figure, say.same(first.line));
    else ask(figure, say.twoValues(String(first.value), first.line, String(figure.value)));
    if (first !== undefined || definition !== null) continue;
    if (ofRegisters.test(indicator) && year <= UNIFIED) ask(figure, say.askRegister(year), 'definition');
    else if (ofResidents.test(indicator) && year > 2010 && year < 2020) ask(figure, say.askRevised(year), 'definition');
  }
  return [...issues, ...jumpsIn([...seen.values()])];
}

function jumpsIn(figures: readonly ReadFigure[]): Issue[] {
  const issues: Issue[] = [];
  const series = group(
    figures.filter(({ indicator }) => ofRegisters.test(indicator) || ofResidents.test(indicator)),
    ({ area, indicator }) => `${area} ${indicator}`,
  );
  for (const figuresOfOne of series.values()) {
    const sorted = [...figuresOfOne].sort((a, b) => a.year - b.year);
    sorted.slice(1).forEach((figure, i) => {
      const before = sorted[i];
      if (figure.year - before.year !== 1 || (figure.definition !== null && before.definition !== null)) return;
      const isRate = figure.meant.kind === 'rate';
      const step = isRate ? figure.value - before.value : figure.value / (before.value || 1) - 1;
      if (Math.abs(step) <= (isRate ? JUMP.points : JUMP.share)) return;
      const by = isRate ? `${step.toFixed(1)}` : `${(100 * step).toFixed(0)}%`;
      const { file, line, column } = figure;
      issues.push({ file, line, column, path: 'value', ...said(say.askJump(before.year, before.line, by)) });
    });
  }
  return issues;
}
