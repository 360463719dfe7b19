import { Document, isMap, type Node } from 'yaml';
import type { Localized } from '../../language/language.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { DatedValue, ParameterSetting, Scenario } from '../../scenario/scenario.ts';
import { unitName } from '../../scenario/unit-names.ts';
import type { Change } from './change.ts';

/** What a variation is called, and the file it varies, relative to its own. */
interface Heading {
  readonly extends: string;
  readonly title: Localized;
  readonly question: Localized;
}

/**
 * A change as a scenario file. A lever moves its whole range along: every replicate has the value it drew plus the same
 * step, so that base and alternative differ by the step alone. At the limits of a parameter's meaning the range is cut.
 */
export function variationYaml(base: Scenario, change: Change, heading: Heading): string {
  const { without, add, readings } = change;
  const policy = {
    ...(without.length > 0 ? { without } : {}),
    ...(add.length > 0 ? { add } : {}),
    ...(Object.keys(readings).length > 0 ? { readings } : {}),
  };
  const moved = parameterNames.filter((name) => change.parameters[name] !== undefined);
  const parameters = Object.fromEntries(
    moved.map((name) => [name, movedSetting(name, base.parameters[name], change.parameters[name]!)]),
  );
  const document = new Document({
    ...heading,
    ...(Object.keys(policy).length > 0 ? { policy } : {}),
    ...(moved.length > 0 ? { parameters } : {}),
  });
  inOneLine(document.get('title', true), document.get('question', true), document.get('policy', true));
  const values = document.get('parameters', true);
  if (isMap(values)) inOneLine(...values.items.map((item) => item.value as Node));
  return document.toString({ lineWidth: 0 });
}

function inOneLine(...nodes: readonly unknown[]): void {
  for (const node of nodes) if (node instanceof Object && 'flow' in node) node.flow = true;
}

/** Value of a parameter a lever starts from: the first one in force. */
export const leverValue = (setting: ParameterSetting): number => setting[0].value;

function movedSetting(name: ParameterName, setting: ParameterSetting, to: number): object {
  const step = to - leverValue(setting);
  const entries = setting.map((entry, i) => movedValue(name, entry, i === 0 ? to : tidy(entry.value + step)));
  return entries.length === 1 ? entries[0] : entries.map((entry, i) => ({ from: setting[i].from, ...entry }));
}

function movedValue(name: ParameterName, { value: before, range }: DatedValue, to: number): object {
  const { unit, limits } = parameterSpecs[name];
  const inside = (value: number) => tidy(Math.min(limits[1], Math.max(limits[0], value)));
  const value = inside(to);
  const why: Localized = {
    zh: `推演页：由 ${before} 改为 ${value}（${unitName(unit, 'zh')}），范围随之移动`,
    en: `what-if page: ${value} ${unit} in place of ${before}, the range moved along`,
  };
  const ranged = range ?? parameterSpecs[name].range;
  if (ranged === null) return { value, unit, assumption: true, why };
  const [low, high] = ranged.map((end) => inside(end + value - before)) as [number, number];
  return { value, unit, assumption: true, range: [Math.min(low, value), Math.max(high, value)], why };
}

/** Rid of what adding decimals leaves behind: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));
