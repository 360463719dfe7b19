import { dictionary, type Entry } from '../indicator/indicators.ts';
import { csvText } from './csv.ts';

/**
 * dictionary.csv: what each indicator means. `dimensions` explains the parts of the name, `part=Chinese / English` parted by `; `; `sample`
 * marks what is given out from a stock that runs out, which a sample shows with a bias.
 * @param names indicators of the result; those nobody defines have no line
 * @param own cells of tables of one's own, which come last
 */
export function dictionaryCsv(names: readonly string[], own: readonly Entry[] = []): string {
  const written = new Set(names);
  return csvText(
    'indicator,name_zh,name_en,unit,kind,definition_zh,definition_en,dimensions,sample'.split(','),
    [...dictionary, ...own]
      .filter(({ name }) => written.has(name))
      .map(({ name, label, unit, kind, definition, parts, scarce }) => [
        name,
        label.zh,
        label.en,
        unit,
        kind,
        definition.zh,
        definition.en,
        parts.map(({ name: part, means }) => `${part}=${means.zh} / ${means.en}`).join('; '),
        scarce ? 'scarce' : '',
      ]),
  );
}
