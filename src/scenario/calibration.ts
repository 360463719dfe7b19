import { z } from 'zod';
import { InputError, said } from './errors.ts';
import { messages } from './messages.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { parameterNames } from './parameters.ts';
import type { ReadText } from './tables.ts';

const numbers = z.array(z.number());
const drawn = z.object({ centre: numbers, draws: z.array(numbers).min(1) });

/** What a run reads of data/calibration/<name>.json; `luohu calibrate` writes more. */
const calibrationSchema = z
  .object({
    format: z.literal(1),
    baseYear: z.literal([2010, 2020]),
    parameters: z.array(z.object({ name: z.enum(parameterNames), carries: z.boolean() })).min(1),
    elsewhere: drawn,
    prefectures: z.record(z.string(), drawn),
  })
  .refine(({ parameters, elsewhere, prefectures }) =>
    [elsewhere, ...Object.values(prefectures)].every(({ centre, draws }) =>
      [centre, ...draws].every((row) => row.length === parameters.length),
    ),
  );

export type Calibration = z.infer<typeof calibrationSchema>;

/** Place of a calibration below data/. */
export const calibrationPath = (name: string): string => `calibration/${name}.json`;

/**
 * A calibration by name; null where there is no such file.
 * @throws InputError when the file is not a calibration
 */
export function readCalibration(read: ReadText, name: string): Calibration | null {
  let text: string;
  try {
    text = read(calibrationPath(name));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
  const { success, data } = calibrationSchema.safeParse(parsed(text));
  if (success) return data;
  throw new InputError([{ file: `data/${calibrationPath(name)}`, ...said(messages.notACalibration()) }]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What a calibration says of a city: its own draws, or those of a prefecture that was not fitted. For a run with another base
 * year than the calibration's only the parameters that carry over are taken; the others keep the scenario's own.
 */
export function drawsFor(
  { parameters, prefectures, elsewhere, baseYear }: Calibration,
  run: { readonly city: string; readonly baseYear: number },
): ParameterDraws {
  const { centre, draws } = prefectures[run.city] ?? elsewhere;
  const taken = parameters.flatMap(({ carries }, p) => (carries || baseYear === run.baseYear ? [p] : []));
  const pick = (row: readonly number[]): number[] => taken.map((p) => row[p]);
  return { parameters: taken.map((p) => parameters[p].name), centre: pick(centre), draws: draws.map(pick) };
}
