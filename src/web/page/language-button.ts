import { type Language, localeOf, otherLanguage } from '../../language/language.ts';
import { element } from './element.ts';

/** Names of the other language, each in itself. */
const words: Readonly<Record<Language, { readonly name: string; readonly label: string }>> = {
  zh: { name: '中文', label: '切换到中文' },
  en: { name: 'English', label: 'Switch to English' },
};

/** The button that shows the page in the other language. */
export function languageButton(lang: Language, choose: (lang: Language) => void): HTMLButtonElement {
  const other = otherLanguage[lang];
  const { name, label } = words[other];
  return element(
    'button',
    { type: 'button', id: 'language', lang: localeOf[other], 'aria-label': label, onclick: () => choose(other) },
    name,
  );
}
