import type { Language } from '../language/language.ts';

/** Language of the messages: `--lang` where it is given, else Chinese where the locale is Chinese, else English. */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : args[at].includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return (asked ?? locale).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
