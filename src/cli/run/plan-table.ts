import type { Language } from '../../language/language.ts';
import { memoryNeed } from '../../run/assert-memory.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { neededBytes } from '../../run/memory.ts';
import { plainTable } from '../plain-table.ts';
import { runCliMessages as told } from './messages.ts';

/** The runs of a plan, one line each: who, how many, and the memory it needs with that many threads. */
export function planTable(inputs: readonly Inputs[], workers: number, lang: Language): string {
  const runs = inputs.map((each) => {
    const threads = Math.min(workers, each.scenario.replicates);
    const { persons, need } = memoryNeed(each, threads);
    return { each, persons, bytes: neededBytes(need) };
  });
  const rows = runs.map(({ each, persons, bytes }) => [
    each.scenario.id,
    optionsOf(each),
    Math.round(persons * each.command.sample).toLocaleString('en-US'),
    String(each.scenario.replicates),
    gigabytes(bytes),
  ]);
  const replicates = inputs.reduce((sum, { scenario }) => sum + scenario.replicates, 0);
  const most = gigabytes(Math.max(...runs.map(({ bytes }) => bytes)));
  return [
    plainTable(told.planHeader()[lang].split(','), rows),
    told.planTotal(inputs.length, replicates, most)[lang],
  ].join('\n');
}

/** The options that set a run apart, as they are written on the command line. */
function optionsOf({ command }: Inputs): string {
  const { replicates: _replicates, ...said } = command.overrides;
  const options = Object.entries(said).map(([name, value]) => `--${name} ${[value].flat().join(' ')}`);
  return [...options, ...(command.sample < 1 ? [`--sample ${command.sample}`] : [])].join(' ');
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
