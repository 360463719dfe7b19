import type { Language } from '../../language/language.ts';
import { loadInputs } from '../../run/load-inputs.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import type { ExitStatus } from '../exit-status.ts';
import { figuresMessages as say } from './figures-messages.ts';
import type { CalibrateOptions } from './options.ts';

/** Fits a scenario to its own figures where it names any, else scenarios jointly to the census of 2020. */
export async function calibrateEither(options: CalibrateOptions, lang: Language): Promise<ExitStatus> {
  const withFigures = options.scenario.filter((scenario) => {
    const { scenario: loaded } = loadInputs(
      { scenario, overrides: overridesOf({ seed: options.seed }), sample: 1, unfitted: true },
      lang,
    );
    return loaded.figures !== undefined;
  });
  if (withFigures.length === 0 && options.until === undefined)
    return (await import('./handler.ts')).calibrateScenarios(options, lang);
  if (options.scenario.length > 1) throw new InputError([{ message: say.several(options.scenario.length)[lang] }]);
  return (await import('./figures.ts')).calibrateFigures(options, lang);
}
