import type { CityData } from '../scenario/city-data.ts';
import { InputError, said } from '../scenario/errors.ts';
import { expectedPersons } from './expected-persons.ts';
import { runMessages } from './messages.ts';

/** Persons below which a sample is nobody's: some dozens of households. */
const FEWEST = 100;

/** Refuses a sample of a place that holds hardly anybody. @throws InputError with the least that will do */
export function assertSample(sample: number, city: CityData): void {
  const persons = expectedPersons(city);
  if (persons * sample >= FEWEST) return;
  const unit = 10 ** (Math.floor(Math.log10(FEWEST / persons)) - 1);
  const least = Number((Math.ceil(FEWEST / persons / unit) * unit).toPrecision(2));
  throw new InputError([{ path: '--sample', ...said(runMessages.smallSample(city.name, FEWEST, least, sample)) }]);
}
