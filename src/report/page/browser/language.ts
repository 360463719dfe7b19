import { type Language, localeOf, otherLanguage } from '../../../language/language.ts';

/** Attributes that hold a text to be set in the language shown: `data-zh` and `data-en` the text of an element, `data-label-*` its label. */
export function speak(lang: Language): void {
  document.documentElement.lang = localeOf[lang];
  const other = otherLanguage[lang];
  for (const element of document.querySelectorAll<HTMLElement>(`[data-${lang}]`))
    element.textContent = element.getAttribute(`data-${lang}`) ?? element.getAttribute(`data-${other}`);
  for (const element of document.querySelectorAll<HTMLElement>(`[data-label-${lang}]`))
    element.setAttribute('aria-label', element.getAttribute(`data-label-${lang}`)!);
}
