import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';

/** A piece of land that is the same in both censuses, and how statistics forecast it without its fold. */
export interface ScoreUnit {
  readonly unit: string;
  readonly codes: Readonly<Record<2010 | 2020, readonly string[]>>;
  readonly prefecture: string;
  readonly fold: number;
  /** Persons. */
  readonly residents: Readonly<Record<2010 | 2020, number>>;
  readonly urban: Readonly<Record<2010 | 2020, number>>;
  readonly forecasts: Readonly<
    Record<'shift' | 'ridge' | 'best', { readonly residents: number; readonly urbanShare: number }>
  >;
}

const FILE = 'score-units.csv';

/** The units scores are told on (data/README.md), in the order of the file. */
export function readScoreUnits(read: ReadText): ScoreUnit[] {
  const table = readTable(read, FILE, ['unit', 'codes_2010', 'codes_2020', 'prefecture', 'fold']);
  return table.rows.map((row) => {
    const at = (column: string): number => numberAt(table, row, column);
    const forecast = (name: string) => ({
      residents: at(`${name}_population_2020`),
      urbanShare: at(`${name}_urban_share_2020`),
    });
    return {
      unit: textAt(row, 'unit'),
      codes: { 2010: textAt(row, 'codes_2010').split(';'), 2020: textAt(row, 'codes_2020').split(';') },
      prefecture: textAt(row, 'prefecture'),
      fold: at('fold'),
      residents: { 2010: at('population_2010'), 2020: at('population_2020') },
      urban: { 2010: at('urban_2010'), 2020: at('urban_2020') },
      forecasts: { shift: forecast('shift'), ridge: forecast('ridge'), best: forecast('best') },
    };
  });
}
