import type { PolicyDocument } from '../../policy/document.ts';
import { documentSchema } from '../../policy/document-schema.ts';
import type { LeverName } from '../../policy/law.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import type { AddedClause, DatedValue, ParameterSetting, Scenario } from '../../scenario/scenario.ts';
import { type Lever, type Settings, type Stock, stocks } from './lever.ts';

/** The years the levers are in force and reckoned over. */
export interface LeverYears {
  readonly start: number;
  readonly by: number;
}

export interface Applied {
  readonly scenario: Scenario;
  readonly documents: readonly PolicyDocument[];
}

/**
 * The scenario with its levers set: measures as clauses of a document of their own, parameters as values from the start year on.
 * Levers that are off leave no trace, so that all of them off is the scenario itself.
 * @throws RangeError for a parameter of the scenario's calibration, which has one value over all years
 */
export function applyLevers(
  { scenario, documents }: Applied,
  levers: readonly Lever[],
  settings: Settings,
  years: LeverYears,
): Applied {
  const from = `${years.start}-01-01`;
  const clauses: TriedClause[] = [];
  const add: AddedClause[] = [];
  const parameters: Partial<Record<ParameterName, ParameterSetting>> = {};
  levers.forEach(({ id, action, off }, n) => {
    const setting = settings[n];
    if (setting === off) return;
    switch (action.kind) {
      case 'measure':
        clauses.push({ id, sets: [{ rule: 'lever', name: action.measure, strength: setting }] });
        break;
      case 'zero-threshold':
        clauses.push({ id, sets: [zeroThreshold] });
        break;
      case 'clause':
        add.push({ clause: action.clause, from });
        break;
      case 'parameter': {
        const { parameter, change } = action;
        const changed = { add: (v: number) => v + setting, times: (v: number) => v * setting, set: () => setting }[
          change
        ];
        parameters[parameter] = changedFrom(scenario, parameter, years.start, changed);
        break;
      }
      case 'stock': {
        const more = yearlyGrowth(setting, years);
        const parameter = stocks[action.stock];
        parameters[parameter] = changedFrom(scenario, parameter, years.start, (growth) => growth + more);
        break;
      }
    }
  });
  const tried = clauses.length === 0 ? [] : [triedDocument(scenario.city, from, clauses)];
  const added = [
    ...add,
    ...tried.flatMap((each) => each.clauses.map(({ id }) => ({ clause: `${each.id}:${id}`, from }))),
  ];
  return {
    documents: [...documents, ...tried],
    scenario: {
      ...scenario,
      policy: added.length === 0 ? scenario.policy : { ...scenario.policy, add: [...scenario.policy.add, ...added] },
      parameters: { ...scenario.parameters, ...parameters },
    },
  };
}

/** Growth a year that makes a stock the share larger by the end of the last year. */
export const yearlyGrowth = (share: number, { start, by }: LeverYears): number =>
  (1 + share) ** (1 / (by - start + 1)) - 1;

/** Of a stock of 1 in the base year: what is added by the end of the last year, and what of it stands in each year, summed. */
export function addedStock(share: number, years: LeverYears): { readonly built: number; readonly builtYears: number } {
  const growth = yearlyGrowth(share, years);
  let builtYears = 0;
  for (let n = 1; n <= years.by - years.start + 1; n++) builtYears += (1 + growth) ** n - 1;
  return { built: share, builtYears };
}

export const stockOf = ({ action }: Lever): Stock | null => (action.kind === 'stock' ? action.stock : null);

/** A parameter with the values in force from a year on changed, and their ranges with them: draws stay the same quantiles. */
function changedFrom(
  scenario: Scenario,
  name: ParameterName,
  start: number,
  change: (value: number) => number,
): ParameterSetting {
  if (scenario.posterior?.parameters.includes(name))
    throw new RangeError(`${name} is calibrated and has one value over all years`);
  const setting = scenario.parameters[name];
  const inForce = setting.filter(({ from }) => from <= start).at(-1) ?? setting[0];
  const changed = (entry: DatedValue): DatedValue => {
    const range = entry.range && ([change(entry.range[0]), change(entry.range[1])] as const);
    return { ...entry, value: change(entry.value), range };
  };
  const before = setting.filter(({ from }) => from < start);
  return [
    ...(before.length > 0 ? before : [{ ...inForce, from: scenario.baseYear }]),
    { ...changed(inForce), from: start },
    ...setting.filter(({ from }) => from > start).map(changed),
  ];
}

interface TriedClause {
  readonly id: string;
  readonly sets: readonly object[];
}

const zeroThreshold = {
  rule: 'route',
  name: 'zero-threshold',
  when: [{ livesInTown: true }],
  relatives: ['spouse', 'children', 'own-parents'],
  coResident: true,
};

/** Measures that no document orders, as a document: it never replaces what others set, and the stronger of two holds. */
function triedDocument(city: string, from: string, clauses: readonly TriedClause[]): PolicyDocument {
  const same = (text: string) => ({ zh: text, en: text });
  return documentSchema.parse({
    id: `levers-tried-${from.slice(0, 4)}`,
    number: '-',
    title: { zh: '尝试的措施', en: 'measures tried' },
    level: 'city',
    area: city,
    date: { inForce: from },
    mark: 'assumption',
    source: 'set by the analysis',
    clauses: clauses.map(({ id, sets }: { id: LeverName | string; sets: readonly object[] }) => ({
      id,
      at: id,
      quote: id,
      meaning: same(id),
      kind: 'supply',
      sets,
    })),
  });
}
