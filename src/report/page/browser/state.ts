import type { PageChoice } from '../figures.ts';

/** What the reader has chosen: what charts are drawn for, and of several runs the one that is shown. */
export interface PageState extends Mutable<PageChoice> {
  run: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The state an address names after its `#`; what it does not name, or names wrongly, is as in `otherwise`. */
export function readAddress(hash: string, otherwise: PageState): PageState {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const lang = said.get('lang');
  const area = said.get('area');
  const [year, run] = [said.get('year'), said.get('run')];
  const known = (selector: string): boolean => document.querySelector(selector) !== null;
  return {
    lang: lang === 'zh' || lang === 'en' ? lang : otherwise.lang,
    area: area !== null && /^\d{6}$/.test(area) && known(`#area option[value="${area}"]`) ? area : otherwise.area,
    year: year !== null && /^\d{4}$/.test(year) && inRange(Number(year)) ? Number(year) : otherwise.year,
    run: run !== null && /^\d{1,3}$/.test(run) && known(`#run option[value="${run}"]`) ? Number(run) : otherwise.run,
  };
}

function inRange(year: number): boolean {
  const slider = document.getElementById('year') as HTMLInputElement | null;
  return slider !== null && year >= Number(slider.min) && year <= Number(slider.max);
}

/** Puts the state behind the `#` of the address, so that a reload or a link shows the same. */
export function writeAddress({ lang, area, year, run }: PageState): void {
  const said = new URLSearchParams({ lang });
  if (area !== 'city') said.set('area', area);
  if (year !== null) said.set('year', String(year));
  if (run !== 0) said.set('run', String(run));
  history.replaceState(null, '', `#${said}`);
}
