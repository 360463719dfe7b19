import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { CityErrors } from './bench.ts';

/** Rates are in percent, so their errors are percentage points; errors of counts are told in percent of the full count. */
const isRate = (indicator: string): boolean => indicator.endsWith('_rate');

/** Mean error, the standard error of that mean, and the standard error of one sampled run. */
export interface SampleError {
  readonly bias: number;
  readonly biasError: number;
  readonly runError: number;
}

/** @param errors one a draw, at least two */
export function sampleError(errors: readonly number[]): SampleError {
  const runError = sampleStandardDeviation([...errors]);
  return { bias: mean([...errors]), biasError: runError / Math.sqrt(errors.length), runError };
}

/** sampling.md: a table a city, a row an indicator, a column a sampling rate. */
export function samplingTable(cities: readonly CityErrors[], which: string, years: number, draws: number): string {
  const head = [
    '# What a sample changes',
    '',
    `Written by \`npm run bench -- sampling ${which} ${years} ${draws}\`.`,
    '',
    `City indicators after ${years} years. Cells: bias ± its standard error (standard error of one sampled run), from ${draws} samples,`,
    'each in a replicate with the parameters of one of the whole city that it is compared with: what is not bias is who is in the',
    'sample and what happens to them by chance. Rates in percentage points, counts in per cent of the full count. **Bold**: bias beyond',
    'three standard errors.',
  ];
  return `${[...head, '', ...biased(cities), ...cities.flatMap(cityTable)].join('\n')}\n`;
}

/** Which indicators are biased, a line a rate. */
function biased(cities: readonly CityErrors[]): string[] {
  return cities[0].errors.map(({ rate }, r) => {
    const found = cities.flatMap(({ city, full, errors }) =>
      Object.keys(full[0])
        .filter((indicator) => isBiased(sampleError(errors[r].byDraw.map((error) => error[indicator]))))
        .map((indicator) => `${indicator} (${city})`),
    );
    return `- Biased at ${100 * rate} %: ${found.length === 0 ? 'none' : found.join(', ')}.`;
  });
}

const isBiased = ({ bias, biasError }: SampleError): boolean => Math.abs(bias) > 3 * biasError;

function cityTable({ city, year, full, errors }: CityErrors): string[] {
  const columns = ['indicator', 'full scale', ...errors.map(({ rate }) => `${100 * rate} %`)];
  const rows = Object.keys(full[0]).map((indicator) => {
    const truth = mean(full.map((measured) => measured[indicator]));
    const scale = isRate(indicator) ? 1 : 100 / truth;
    const cells = errors.map(({ byDraw }) => cell(sampleError(byDraw.map((error) => scale * error[indicator]))));
    return [indicator, isRate(indicator) ? truth.toFixed(2) : Math.round(truth).toLocaleString('en-US'), ...cells];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return ['', `## ${city}, ${year}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

function cell(error: SampleError): string {
  const { bias, biasError, runError } = error;
  if (!Number.isFinite(bias)) return 'no full count';
  const text = `${signed(bias)} ± ${biasError.toFixed(2)}`;
  return `${isBiased(error) ? `**${text}**` : text} (${runError.toFixed(2)})`;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
