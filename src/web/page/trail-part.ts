import type { Change } from '../scene/change.ts';
import { changeParts } from '../scene/describe-change.ts';
import { goneTo, type Trail } from '../scene/trail.ts';
import type { Context, Part } from './context.ts';
import { element } from './element.ts';

/** Undo, redo, and what has been tried so far, each a click away. */
export function trailPart({ t, lang, site, base, trail, travel }: Context): Part {
  const step = (by: number, sign: string, label: string): HTMLButtonElement =>
    element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        id: by < 0 ? 'undo' : 'redo',
        onclick: () => travel(goneTo(trail(), trail().at + by)),
      },
      `${sign} ${label}`,
    );
  const [undo, redo] = [step(-1, '↶', t.undoLast), step(1, '↷', t.redo)];
  const list = element('ol', {});
  const history = element('details', { class: 'history' }, element('summary', {}, t.history), list);
  const called = (change: Change): string =>
    changeParts(base, change, site.documents)
      .map((part) => part[lang])
      .join(lang === 'zh' ? '；' : '; ') || t.nothingChanged;
  const entry = (change: Change, at: number, now: Trail): HTMLElement =>
    element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-current': at === now.at ? 'step' : undefined,
          onclick: () => travel(goneTo(trail(), at)),
        },
        called(change),
      ),
    );
  const update = (): void => {
    const now = trail();
    undo.disabled = now.at === 0;
    redo.disabled = now.at === now.entries.length - 1;
    history.hidden = now.entries.length < 2;
    list.replaceChildren(...now.entries.map((change, at) => entry(change, at, now)));
  };
  update();
  return { element: element('div', { class: 'trail' }, undo, redo, history), update };
}

/** Whether a key asks to undo (−1) or redo (1); a field keeps its own undo. */
export function stepOf({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): -1 | 1 | null {
  const isText = target instanceof HTMLInputElement && !['range', 'checkbox', 'radio'].includes(target.type);
  if (!(ctrlKey || metaKey) || isText) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 1 : -1;
  return letter === 'y' ? 1 : null;
}
