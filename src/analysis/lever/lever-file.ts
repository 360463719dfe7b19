import { z } from 'zod';
import { indicatorNames } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import { messages } from '../../scenario/messages.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { suggest } from '../../scenario/suggest.ts';
import { type CostItem, costBases, type Lever } from './lever.ts';
import { leverMessages as say } from './messages.ts';

const number = z.number();
const cost = z.strictObject({
  per: z.string().min(1),
  yuan: number.min(0),
  range: z.tuple([number.min(0), number.min(0)]),
  added: z.boolean().default(false),
  scaled: z.boolean().default(true),
  mark: z.enum(['published', 'derived', 'recalled', 'assumption']).default('assumption'),
  why: z.string().min(1),
});

const entry = z.strictObject({
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
  parameter: z.string().min(1).optional(),
  change: z.enum(['add', 'times', 'set']).default('add'),
  off: number.optional(),
  most: number.optional(),
  discrete: z.boolean().optional(),
  costs: z.array(cost).optional(),
});

/** Shape of the file given with `--costs`: costs and bounds of known levers, and levers of one's own on a parameter. */
export const leverFileSchema = z.strictObject({ levers: z.record(z.string(), entry) });

/** What a lever may be made of besides the catalogue. */
export interface LeverSources {
  readonly scenario: Scenario;
  readonly catalogue: readonly Lever[];
  /** Name of a clause `document:clause`; null where there is no such clause. */
  readonly clauseName: (clause: string) => Localized | null;
}

/**
 * Levers of a file, over those of the catalogue.
 * @throws InputError with every mistake, one line each
 */
export function readLeverFile(text: string, file: string, sources: LeverSources, lang: Language): Lever[] {
  const { value, issueAt } = readYaml(text, file, leverFileSchema, lang);
  const issues: Issue[] = [];
  const levers = Object.entries(value.levers).flatMap(([id, written]) => {
    const refuse = (at: string | undefined, message: Localized): Lever[] => {
      issues.push(issueAt(['levers', id, ...(at === undefined ? [] : [at])], message));
      return [];
    };
    const known = knownLever(id, sources);
    const { parameter, change, costs } = written;
    if (parameter !== undefined && !isParameter(parameter))
      return refuse('parameter', messages.format('parameter', parameter, suggest(parameter, parameterNames)));
    if (parameter !== undefined && !parameterSpecs[parameter].drawn)
      return refuse('parameter', say.basePart(parameter));
    if (parameter !== undefined && sources.scenario.posterior?.parameters.includes(parameter))
      return refuse('parameter', say.calibrated(parameter));
    if (known === null && parameter === undefined) return refuse(undefined, unknownLever(id, sources));
    const off = written.off ?? known?.off ?? { add: 0, times: 1, set: Number.NaN }[change];
    const most = written.most ?? known?.most ?? Number.NaN;
    if (Number.isNaN(off) || Number.isNaN(most)) return refuse(undefined, say.needsBounds());
    if (off === most) return refuse('most', say.noRoom(most));
    if (known?.action.kind === 'measure' && !(most > 0 && most <= 1)) return refuse('most', say.strength(most));
    const items = costs?.map(({ why, ...item }): CostItem => ({ ...item, source: why })) ?? known?.costs ?? [];
    (costs ?? []).forEach(({ per, yuan, range: [low, high] }) => {
      if (![...costBases, ...indicatorNames].includes(per))
        refuse('costs', say.costBasis(per, suggest(per, [...costBases, ...indicatorNames])));
      if (!(low <= yuan && yuan <= high)) refuse('costs', say.costRange(yuan, low, high));
    });
    return [
      {
        id,
        name: written.name ?? known?.name ?? { zh: id, en: id },
        action: parameter === undefined ? known!.action : { kind: 'parameter' as const, parameter, change },
        off,
        most,
        discrete: written.discrete ?? known?.discrete ?? false,
        costs: items,
      },
    ];
  });
  if (issues.length > 0) throw new InputError(issues);
  return levers;
}

const isParameter = (name: string): name is ParameterName => (parameterNames as readonly string[]).includes(name);

/** A lever of the catalogue, or a clause of a document as one; null for anything else. */
export function knownLever(id: string, { catalogue, clauseName }: LeverSources): Lever | null {
  const listed = catalogue.find((lever) => lever.id === id);
  if (listed !== undefined) return listed;
  const name = clauseName(id);
  if (name === null) return null;
  return { id, name, action: { kind: 'clause', clause: id }, off: 0, most: 1, discrete: true, costs: [] };
}

export const unknownLever = (id: string, { catalogue }: LeverSources): Localized =>
  say.unknownLever(
    id,
    catalogue.map((lever) => lever.id),
    suggest(
      id,
      catalogue.map((lever) => lever.id),
    ),
  );
