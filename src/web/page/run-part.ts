import { localeOf } from '../../language/language.ts';
import type { RunEvent } from '../scene/api.ts';
import { followRun, makeWorkbook, runResults, startRun, stopRun } from './api.ts';
import type { Context, Part } from './context.ts';
import { choice, element } from './element.ts';
import type { Hooks } from './hooks.ts';
import type { Words } from './words.ts';

/** Full-scale runs by the command line behind the page, with live progress, and the workbook of the last one. */
export function runPart(context: Context, { settings, onFullScale }: Hooks): Part {
  const { t, lang, site, scene, base, state } = context;
  const people = scene.city.areas.reduce((sum, area) => sum + Math.max(area.population, area.registered), 0);
  const replicates = element('input', {
    type: 'number',
    name: 'full-replicates',
    min: 1,
    max: 1000,
    value: base.replicates,
    required: true,
  });
  const shares = [1, 0.5, 0.2, 0.1, 0.05].map((share) => ({ value: String(share), text: `${share * 100} %` }));
  let sample = 1;
  const share = choice(
    t.fullShare,
    shares,
    '1',
    (text) => {
      sample = Number(text);
    },
    'full-sample',
  );
  const bar = element('progress', { max: 1, value: 0, hidden: true, 'aria-label': t.running });
  const said = element('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
  const files = element('ul', { class: 'files' });
  const start = element('button', { type: 'button', class: 'primary', id: 'run-full' }, t.start);
  const stop = element('button', { type: 'button', id: 'stop-full', hidden: true }, t.stop);
  const book = workbook(context);
  let running: string | null = null;
  let began = 0;

  const ended = (): void => {
    running = null;
    bar.hidden = stop.hidden = true;
    start.disabled = false;
  };
  const tell = async (id: string, of: string, event: RunEvent): Promise<void> => {
    if (event.kind === 'progress') {
      bar.value = (event.side === 'base' ? 0 : 0.5) + (event.total > 0 ? event.years / event.total / 2 : 0);
      said.textContent = progressText(event, bar.value, began, t);
      return;
    }
    ended();
    if (event.kind === 'failed') said.textContent = event.message;
    if (event.kind === 'stopped') said.textContent = '';
    if (event.kind !== 'done') return;
    said.textContent = t.fullDone;
    files.replaceChildren(...fileLinks(id, event, t));
    book.offer(id);
    onFullScale(await runResults(id), of);
  };
  start.addEventListener('click', async () => {
    if (!replicates.reportValidity()) return;
    start.disabled = true;
    const { change, seed, definition } = state();
    const of = settings();
    try {
      const { id } = await startRun({
        scenario: scene.id,
        change,
        replicates: replicates.valueAsNumber,
        sample,
        seed,
        definition,
      });
      running = id;
      began = performance.now();
      bar.value = 0;
      bar.hidden = stop.hidden = false;
      files.replaceChildren();
      followRun(id, (event) => void tell(id, of, event));
    } catch (error) {
      start.disabled = false;
      said.textContent = (error as Error).message;
    }
  });
  stop.addEventListener('click', () => {
    if (running !== null) void stopRun(running);
  });
  const persons = new Intl.NumberFormat(localeOf[lang], {
    maximumSignificantDigits: 2,
    notation: 'compact',
  }).format(people);
  const section = element(
    'section',
    { class: 'card', 'aria-labelledby': 'run-title' },
    element('h3', { id: 'run-title' }, t.fullScale),
    element('p', { class: 'hint' }, site.engine ? t.fullScaleHint(persons) : t.staticNote),
    ...(site.engine
      ? [
          share,
          element('label', { class: 'choice' }, element('span', {}, t.fullScaleRuns), replicates),
          element('div', { class: 'buttons' }, start, stop),
          bar,
          said,
          files,
        ]
      : []),
    book.element,
  );
  return { element: section, update: () => {} };
}

function progressText(
  { side, phase, years, total }: Extract<RunEvent, { kind: 'progress' }>,
  share: number,
  began: number,
  t: Words,
): string {
  const seconds = Math.ceil((((performance.now() - began) / share) * (1 - share)) / 1000);
  const left = seconds < 60 ? t.seconds(seconds) : t.minutes(Math.floor(seconds / 60), seconds % 60);
  const percent = total > 0 ? ` ${Math.floor((100 * years) / total)} %` : '';
  return `${t.side[side]}: ${t.phase[phase]}${percent}${share > 0.02 ? t.left(left) : ''}`;
}

function fileLinks(id: string, { folders, files }: Extract<RunEvent, { kind: 'done' }>, t: Words): HTMLElement[] {
  return (['base', 'alternative'] as const).map((side) =>
    element(
      'li',
      {},
      `${t.side[side]}: `,
      element('code', {}, folders[side]),
      ...files[side].flatMap((name) => [
        ' ',
        element('a', { href: `api/runs/${id}/files/${side}/${name}`, download: name }, name),
      ]),
    ),
  );
}

/** The workbook of a finished run; tells why there is none. */
function workbook({ t, site }: Context) {
  const said = element(
    'p',
    { class: 'said', role: 'status', 'aria-live': 'polite' },
    site.engine ? t.workbookFirst : '',
  );
  const button = element('button', { type: 'button', id: 'workbook', disabled: true }, t.workbook);
  let of: string | null = null;
  button.addEventListener('click', async () => {
    if (of === null) return;
    button.disabled = true;
    said.textContent = t.workbookMaking;
    try {
      const { files } = await makeWorkbook(of);
      said.replaceChildren(
        ...files.flatMap(({ name, address }) => [
          element('a', { href: address, download: name }, `${t.workbookReady}: ${name}`),
          ' ',
        ]),
      );
    } catch (error) {
      said.textContent = (error as Error).message;
    }
    button.disabled = false;
  });
  const whole = element('div', { class: 'workbook' }, button, element('p', { class: 'hint' }, t.workbookHint), said);
  return {
    element: whole,
    offer(id: string): void {
      of = id;
      button.disabled = false;
      said.textContent = '';
    },
  };
}
