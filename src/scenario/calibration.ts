import { z } from 'zod';
import { InputError } from './errors.ts';
import { type Source, toIssue } from './finding.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { parameterNames } from './parameters.ts';
import { checkShape } from './schema-findings.ts';
import { formatName } from './shaped.ts';
import type { ReadText } from './tables.ts';

const numbers = z.array(z.number());
const drawn = z.object({ centre: numbers, draws: z.array(numbers).min(1) });

/** What a run reads of data/calibration/<name>.json; `luohu calibrate` writes more. */
const calibrationSchema = z
  .object(
    {
      format: z.literal(1),
      baseYear: z.literal([2010, 2020]),
      parameters: z
        .array(z.object({ name: z.enum(parameterNames, formatName('parameter')), carries: z.boolean() }))
        .min(1),
      elsewhere: drawn,
      prefectures: z.record(z.string(), drawn),
    },
    formatName('calibration'),
  )
  .refine(
    ({ parameters, elsewhere, prefectures }) =>
      [elsewhere, ...Object.values(prefectures)].every(({ centre, draws }) =>
        [centre, ...draws].every((row) => row.length === parameters.length),
      ),
    formatName('calibration'),
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
  const file = `data/${calibrationPath(name)}`;
  const source: Source = {
    value: parsed(text) as Source['value'],
    place: (path) => ({ file, ...(path.length > 0 && { path: path.join('.') }) }),
  };
  const { value, findings } = checkShape(source, calibrationSchema);
  if (value === undefined) throw new InputError(findings.map((finding) => toIssue(finding)));
  return value;
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
