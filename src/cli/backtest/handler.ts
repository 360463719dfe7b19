import { type Language, text } from '../../language/language.ts';
import { isDate } from '../../policy/calendar.ts';
import { InputError } from '../../scenario/errors.ts';
import type { ExitStatus } from '../exit-status.ts';
import { messages as common } from '../messages.ts';
import { backtestMessages as messages } from './messages.ts';
import type { BacktestOptions } from './options.ts';

/** Does what the options ask for: one of several things, each in a file of its own. */
export async function backtest(options: BacktestOptions, lang: Language): Promise<ExitStatus> {
  const scenarios = options.scenario ?? [];
  checkOptions(options, scenarios, lang);
  if (options.sealed) return (await import('./sealed.ts')).checkSealed(scenarios, options, lang);
  if (options.seal) return (await import('./seal.ts')).sealScenarios(scenarios, options, lang);
  if (options.design === 'rolling') return (await import('./rolling.ts')).backtestRolling(options, lang);
  if (options.design === 'counties') return (await import('./counties.ts')).backtestCounties(options, lang);
  if (options.design === 'recent') return (await import('./recent.ts')).backtestRecent(options, lang);
  if (options.design === 'registers') return (await import('./registers.ts')).backtestRegisters(options, lang);
  if (options.design === 'prefectures') return (await import('./prefectures.ts')).backtestPrefectures(options, lang);
  return (await import('./scenarios.ts')).backtestScenarios(scenarios, options, lang);
}

function checkOptions(options: BacktestOptions, scenarios: readonly string[], lang: Language): void {
  const refuse = (message: { zh: string; en: string }): never => {
    throw new InputError([{ message: message[lang] }]);
  };
  const asked = [
    ...(scenarios.length > 0 && !options.sealed ? [scenarios.join(' ')] : []),
    ...(options.design ? [`--design ${options.design}`] : []),
    ...(options.sealed && options.seal ? ['--seal'] : []),
    ...(options.sealed ? ['--sealed'] : []),
  ];
  if (asked.length === 0) refuse(options.seal ? common.needsScenario() : messages.nothingAsked());
  if (asked.length > 1) refuse(messages.oneThing(asked.join(text('、', ' and ')[lang])));
  const ofMany = options.design !== undefined && options.design !== 'rolling';
  if (options.prefectures && !ofMany) refuse(messages.onlyWith('prefectures', '--design prefectures'));
  if (options.naive && (!ofMany || options.design === 'recent'))
    refuse(messages.onlyWith('naive', '--design prefectures'));
  if (options.calibration && options.design !== 'prefectures')
    refuse(messages.onlyWith('calibration', '--design prefectures'));
  if (options.seal && scenarios.length === 0) refuse(common.needsScenario());
  if (options.seal && options.date === undefined) refuse(messages.onlyWith('seal', '--date'));
  if (options.date !== undefined && !options.seal) refuse(messages.onlyWith('date', '--seal'));
  if (options.date !== undefined && !isDate(options.date)) refuse(common.notADate(options.date));
}
