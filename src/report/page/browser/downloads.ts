import type { Language } from '../../../language/language.ts';
import { specCsv } from '../spec-csv.ts';
import type { Figure } from './figure.ts';

/** Pixels of a PNG for each pixel on the screen. */
const PNG_SCALE = 2;

type Format = 'svg' | 'png' | 'csv' | 'json';

/** Makes the buttons of a figure save what it shows: picture, data or specification. */
export function addDownloads(figure: Figure, run: () => string, lang: () => Language): void {
  for (const button of figure.element.querySelectorAll<HTMLButtonElement>('button[data-download]'))
    button.addEventListener('click', async () => {
      const format = button.dataset['download'] as Format;
      const blob = await blobOf(figure, format);
      if (blob) save(blob, fileName(`${run()}-${figure.name}.${lang()}`, format));
    });
}

async function blobOf(figure: Figure, format: Format): Promise<Blob | null> {
  const [spec, view] = [figure.spec(), figure.view()];
  if (spec === null || view === null) return null;
  figure.pointYear(null);
  switch (format) {
    case 'svg':
      return new Blob([await view.toSVG()], { type: 'image/svg+xml' });
    case 'png': {
      const canvas = (await view.toCanvas(PNG_SCALE)) as unknown as HTMLCanvasElement;
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    }
    case 'csv':
      // the mark tells spreadsheets that the text is UTF-8
      return new Blob(['\ufeff', specCsv(spec)], { type: 'text/csv;charset=utf-8' });
    case 'json':
      return new Blob([`${JSON.stringify(spec, null, 1)}\n`], { type: 'application/json' });
  }
}

/** A name that is a file's anywhere and never a path. */
const fileName = (name: string, format: Format): string =>
  `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '')}.${format === 'json' ? 'vl.json' : format}`;

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
