import { Document, isCollection, isNode } from 'yaml';
import type { Origins } from './build-scenario.ts';
import type { Path } from './finding.ts';
import { type ParameterName, parameterNames, parameterSpecs } from './parameters.ts';
import type { DatedValue, Origin, Scenario } from './scenario.ts';

/**
 * The scenario as a file without `extends` or defaults, every value followed by where it came from. Read again it gives
 * the same scenario, and its order is fixed, so that two of them can be compared line by line.
 */
export function resolvedYaml(scenario: Scenario, origins: Origins = {}): string {
  const {
    title,
    question,
    city,
    baseYear,
    endYear,
    seed,
    replicates,
    documents,
    policy,
    uncertainty,
    definition,
    structure,
    fiscal,
    posterior,
  } = scenario;
  const plain = {
    title,
    question,
    city,
    baseYear,
    endYear,
    seed,
    replicates,
    documents,
    uncertainty,
    definition,
    structure,
    ...(posterior ? { calibration: posterior.calibration, uncalibrated: posterior.kept } : {}),
  };
  const parameters = Object.fromEntries(parameterNames.map((name) => [name, written(name, scenario)]));
  const document = new Document({ ...plain, policy, ...(fiscal ? { fiscal } : {}), parameters });

  for (const key of Object.keys(plain) as (keyof typeof plain)[]) note(document, [key], origins[key]?.[0] ?? 'default');
  for (const list of ['without', 'add'] as const) {
    origins[list]?.forEach((origin, index) => {
      note(document, ['policy', list, index], origin);
    });
  }
  for (const name of parameterNames) {
    const setting = scenario.parameters[name];
    for (const [index, { origin }] of setting.entries()) {
      note(document, ['parameters', name, ...(setting.length === 1 ? [] : [index])], origin);
    }
  }
  document.commentBefore = ` ${scenario.id} (${scenario.file})`;
  return document.toString({ lineWidth: 0 });
}

/** Puts a value on one line with its origin behind it. */
function note(document: Document, path: Path, origin: Origin): void {
  const node = document.getIn(path, true);
  if (!isNode(node)) return;
  if (isCollection(node)) node.flow = true;
  node.comment = ` ${origin}`;
}

function written(name: ParameterName, { parameters }: Scenario): object {
  const [first, ...later] = parameters[name].map((entry) => ({ from: entry.from, ...writtenValue(name, entry) }));
  if (later.length > 0) return [first, ...later];
  return writtenValue(name, parameters[name][0]!);
}

function writtenValue(name: ParameterName, { value, mark, source, range }: DatedValue): object {
  return {
    value,
    unit: parameterSpecs[name].unit,
    ...(mark === 'assumption' ? { assumption: true } : { source, confidence: mark }),
    ...(range === null ? {} : { range }),
    ...(mark === 'assumption' && source !== '' ? { why: source } : {}),
  };
}
