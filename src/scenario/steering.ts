import { InputError, said, steeringIn } from './errors.ts';
import { messages } from './messages.ts';

/** @throws InputError with the place of the first such character of a file */
export function refuseSteering(file: string, text: string): void {
  const found = steeringIn(text);
  if (found === null) return;
  const { code, line, column } = found;
  throw new InputError([{ file, line, column, ...said(messages.steering(code)) }]);
}
