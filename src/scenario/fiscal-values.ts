import { z } from 'zod';
import type { Localized } from '../language/language.ts';
import { type Coefficient, type CoefficientKind, coefficientProblem } from './coefficient.ts';
import type { Finding, Path, Source } from './finding.ts';
import { messages } from './messages.ts';
import { suggest } from './suggest.ts';

const stated = z.strictObject({
  value: z.number().describe('Value in the unit of the coefficient / 数值，单位同该系数'),
  range: z.tuple([z.number(), z.number()]).optional().describe('Where the truth may lie / 可能的范围'),
  source: z.string().min(1).max(1000).optional().describe('Where the figure comes from / 数据来源'),
  confidence: z
    .enum(['published', 'derived', 'recalled'])
    .optional()
    .describe('published when left out / 缺省为 published'),
  why: z.string().min(1).max(1000).optional().describe('Reason for an assumption / 假设的理由'),
});

/** Coefficients of the fiscal tables by id: a number alone is an assumption of the author. */
export const fiscalSchema = z.record(z.string(), z.union([stated, z.number()]));
export type FiscalValues = z.infer<typeof fiscalSchema>;

/** What stands for the source of a number stated without a word. */
const unsaid: Localized = { zh: '使用者给定，未说明来源', en: 'stated by the user, no source named' };

/** What is wrong with the coefficients somebody states, beyond their shape: unknown ids, values a kind cannot have, ranges. */
export function fiscalFindings(source: Source, path: Path, kinds: ReadonlyMap<string, CoefficientKind>): Finding[] {
  const written = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    source.value,
  );
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([id, entry]): Finding[] => {
    const at = [...path, id];
    const kind = kindOf(id, kinds);
    if (kind === null) return [{ source, path: at, at: 'key', text: messages.unknownKey(id, nearestOf(id, kinds)) }];
    const valuePath = typeof entry === 'number' ? at : [...at, 'value'];
    const { value, range } =
      typeof entry === 'number' ? { value: entry, range: undefined } : (entry as { value?: unknown; range?: unknown });
    if (typeof value !== 'number') return [];
    const problem = coefficientProblem(kind, value);
    if (problem) return [{ source, path: valuePath, at: 'value', text: problem }];
    if (!Array.isArray(range) || range.length !== 2) return [];
    const [low, high] = range as [number, number];
    const rangePath = [...at, 'range'];
    if (low > high) return [{ source, path: rangePath, at: 'value', text: messages.rangeOrder(low, high) }];
    if (value < low || value > high)
      return [{ source, path: rangePath, at: 'value', text: messages.rangeContains(value, low, high) }];
    const limit = coefficientProblem(kind, low) ?? coefficientProblem(kind, high);
    return limit ? [{ source, path: rangePath, at: 'value', text: limit }] : [];
  });
}

/** Entries of a series by their years, oldest first; none where the id is no series. */
const entriesOf = (id: string, kinds: ReadonlyMap<string, CoefficientKind>): string[] =>
  [...kinds.keys()].filter((each) => each.startsWith(`${id}.`) && /^\d{4}$/.test(each.slice(id.length + 1))).sort();

/** A series that may be stated without a year: the same in all of them. */
const heldForAllYears = /^pool\.settlers$/;

/** What an unknown id may have meant; of a series named without a year, its latest entry. */
function nearestOf(id: string, kinds: ReadonlyMap<string, CoefficientKind>): string | undefined {
  const known = [...kinds.keys()].filter((each) => entriesOf(each, kinds).length === 0);
  return entriesOf(id, kinds).at(-1) ?? suggest(id, known);
}

/** Kind of an id: one of the table's, or a further year of one of its series. */
function kindOf(id: string, kinds: ReadonlyMap<string, CoefficientKind>): CoefficientKind | null {
  const stem = /^(.+)\.(19|20|21)\d\d$/.exec(id)?.[1];
  if (entriesOf(id, kinds).length > 0 && !heldForAllYears.test(id)) return null; // which year is meant must be said
  return kinds.get(id) ?? (stem === undefined ? null : (kinds.get(stem) ?? null));
}

/** The coefficients with those that were stated in place of, or beside, those of data/. Stated values are checked already. */
export function withFiscalValues(
  coefficients: readonly Coefficient[],
  values: FiscalValues,
  from: Coefficient['from'],
): Coefficient[] {
  const changed = new Map(coefficients.map((each) => [each.id, each]));
  for (const [id, entry] of Object.entries(values)) {
    const series = heldForAllYears.test(id) ? [...changed.values()].filter((each) => each.id.startsWith(`${id}.`)) : [];
    for (const each of series) changed.delete(each.id);
    if (series.length > 0) changed.set(id, { ...series.at(-1)!, id, year: null });
    const year = /\.(\d{4})$/.exec(id)?.[1];
    const like =
      changed.get(id) ?? coefficients.find((each) => year !== undefined && each.id.startsWith(id.slice(0, -4)));
    if (!like) continue;
    const { value, range, source, confidence, why } =
      typeof entry === 'number' ? ({ value: entry } as z.infer<typeof stated>) : entry;
    const [low, high] = range ?? [Math.min(value, like.low), Math.max(value, like.high)];
    const said = source ?? why;
    const mark = source === undefined ? 'assumption' : (confidence ?? 'published');
    changed.set(id, {
      ...like,
      id,
      value,
      low,
      high,
      mark,
      source: said === undefined ? unsaid : { zh: said, en: said },
      url: '',
      from,
      year: year === undefined ? like.year : Number(year),
    });
  }
  return [...changed.values()];
}
