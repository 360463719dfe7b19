import type { Localized } from '../language/language.ts';
import type { Finding, Path, Source } from './finding.ts';
import { messages } from './messages.ts';
import { type ParameterName, parameterNames, parameterSpecs } from './parameters.ts';

type Written = Readonly<Record<string, unknown>>;

/**
 * Rules between the keys of one parameter value that a schema cannot say: a source or an assumption with a range, the
 * range around the value, years in order. Works on whatever was written, so that one mistake does not hide another.
 */
export function valueFindings(source: Source): Finding[] {
  const counties = source.value['counties'];
  return [
    ...settingsFindings(source, ['parameters'], source.value['parameters']),
    ...Object.entries(isMap(counties) ? counties : {}).flatMap(([code, own]) =>
      settingsFindings(source, ['counties', code], own),
    ),
  ];
}

/** The same of a map of parameters that stands at a path. */
function settingsFindings(source: Source, above: Path, written: unknown): Finding[] {
  if (!isMap(written)) return [];
  return parameterNames.flatMap((name) => {
    const setting = Object.hasOwn(written, name) ? written[name] : undefined;
    const path = [...above, name];
    if (!Array.isArray(setting)) return oneValue(source, path, name, setting);
    return [
      ...setting.flatMap((entry, index) => oneValue(source, [...path, index], name, entry)),
      ...yearsInOrder(source, path, setting),
      ...(parameterSpecs[name].once && setting.length > 1
        ? [{ source, path: [...path, 1], at: 'key' as const, text: messages.readOnce(name) }]
        : []),
    ];
  });
}

function oneValue(source: Source, path: Path, name: ParameterName, entry: unknown): Finding[] {
  if (!isMap(entry)) return [];
  const say = (text: Localized, key?: string): Finding =>
    key === undefined ? { source, path, at: 'key', text } : { source, path: [...path, key], at: 'value', text };
  const findings: Finding[] = [];
  const sourced = 'source' in entry;
  const assumed = 'assumption' in entry;
  if (!sourced && !assumed) findings.push(say(messages.sourceOrAssumption()));
  if (sourced && assumed) findings.push(say(messages.bothSourceAndAssumption(), 'assumption'));
  if (!sourced && assumed && 'confidence' in entry) findings.push(say(messages.confidenceOfAssumption(), 'confidence'));
  const needsRange = parameterSpecs[name].range !== null;
  if (!sourced && assumed && needsRange && !('range' in entry)) findings.push(say(messages.assumptionRange(), 'range'));

  const { value, range } = entry;
  if (!isPair(range)) return findings;
  const [low, high] = range;
  if (low > high) findings.push(say(messages.rangeOrder(low, high), 'range'));
  else if (typeof value === 'number' && (value < low || value > high)) {
    findings.push(say(messages.rangeContains(value, low, high), 'range'));
  }
  return findings;
}

function yearsInOrder(source: Source, path: Path, setting: readonly unknown[]): Finding[] {
  const findings: Finding[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, entry] of setting.entries()) {
    const year = isMap(entry) ? entry['from'] : undefined;
    if (typeof year !== 'number') continue;
    if (year <= before) {
      findings.push({ source, path: [...path, index, 'from'], at: 'value', text: messages.datedOrder(before, year) });
    }
    before = Math.max(before, year);
  }
  return findings;
}

const isMap = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((bound) => typeof bound === 'number');
