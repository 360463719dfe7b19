import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Language } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { sha256 } from '../hash.ts';
import { observationMessages as say } from './messages.ts';
import type { FitOfFigure } from './missed-figures.ts';

const numbers = z.array(z.number());
const figure = z.object({
  figure: z.object({ area: z.string(), year: z.number(), indicator: z.string(), value: z.number(), error: z.number() }),
  isUsed: z.boolean(),
  fitted: z.object({ middle: z.number().nullable() }),
});

/** What a run reads of calibration/<name>.json of the working folder; `luohu calibrate` writes more. */
const fitSchema = z
  .object({
    format: z.literal(2),
    city: z.string().regex(/^\d{6}$/),
    baseYear: z.literal([2010, 2020]),
    figuresHash: z.string(),
    settled: z.boolean().optional(),
    figures: z.array(figure).optional(),
    conditioning: z.object({
      calibration: z.string(),
      until: z.number(),
      names: z.array(z.string()),
      centre: numbers,
      rows: z.array(numbers).min(1),
      ofBase: z.array(z.string()).optional(),
      tilt: z.array(numbers).optional(),
    }),
  })
  .refine(
    ({ conditioning: { names, centre, rows, ofBase = [], tilt = [] } }) =>
      [centre, ...rows, ...tilt].every((row) => row.length === names.length) &&
      ofBase.every((name) => names.includes(name)) &&
      tilt.length === ofBase.length,
  );
type Fit = z.infer<typeof fitSchema>;
export type FitFile = Omit<Fit, 'conditioning' | 'settled' | 'figures'> & {
  readonly conditioning: import('../../scenario/scenario.ts').Conditioning;
};

/** Where the fit of a scenario lies: in the working folder, never in the package. */
export const fitPlace = (id: string): string => path.resolve('calibration', `${id}.json`);

/**
 * A fit from its file; null where there is none.
 * @throws InputError when the file is no fit
 */
export function readFit(
  place: string,
  lang: Language,
): { readonly file: FitFile; readonly figures: readonly FitOfFigure[]; readonly sha256: string } | null {
  let text: string;
  try {
    text = readFileSync(place, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const found = fitSchema.safeParse(value);
  if (!found.success) throw new InputError([{ file: path.relative('', place), message: say.noFit()[lang] }]);
  const { conditioning, settled = true, figures = [], ...rest } = found.data;
  const { ofBase, tilt, ...numbersOf } = conditioning;
  const based = ofBase === undefined || tilt === undefined ? {} : { ofBase, tilt };
  const ended = settled ? {} : { settled: false as const };
  return { file: { ...rest, conditioning: { ...numbersOf, ...based, ...ended } }, figures, sha256: sha256(text) };
}
