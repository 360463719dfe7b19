import { SingleBar } from 'cli-progress';
import type { Language } from '../language/language.ts';
import { visible } from '../scenario/errors.ts';
import { messages } from './messages.ts';

/** Seconds between two lines where there is no terminal to draw a bar on. */
const LINE_SECONDS = 10;

/** Tells on stderr how far a run is: a bar with the time left on a terminal, plain lines elsewhere. */
export interface Progress {
  /** A step that has no measure. */
  step(text: string): void;
  /** A line that is told while the bar goes on. */
  note(text: string): void;
  /** So many simulated years of so many. */
  advance(years: number, total: number): void;
  /** Takes the bar away. */
  stop(): void;
}

export function showProgress(stream: NodeJS.WriteStream, lang: Language): Progress {
  let bar: SingleBar | null = null;
  let started = { at: 0, years: 0 };
  let last = { years: 0, total: 0 };
  let lastLine = 0;
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    step(text) {
      stop();
      stream.write(`${visible(text, '\n\t')}\n`);
    },
    note(text) {
      bar?.stop();
      bar = null;
      stream.write(`${visible(text, '\n\t')}\n`);
    },
    advance(years, total) {
      const now = performance.now() / 1000;
      // another count has begun; a step of the same count goes on with its pace
      if (total !== last.total || years < last.years) {
        started = { at: now, years };
        lastLine = now;
      }
      last = { years, total };
      const done = years - started.years;
      const left = done > 0 ? duration(((now - started.at) / done) * (total - years), lang) : '…';
      if (stream.isTTY) {
        bar ??= startBar(stream, total, lang);
        bar.update(years, { left });
      } else if (now - lastLine >= LINE_SECONDS) {
        lastLine = now;
        stream.write(`${messages.progress(Math.floor((100 * years) / total), left)[lang]}\n`);
      }
    },
    stop,
  };
}

function startBar(stream: NodeJS.WriteStream, total: number, lang: Language): SingleBar {
  const format = `${messages.simulating()[lang]} {bar} {percentage}%  {left}`;
  const bar = new SingleBar({
    format,
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0, { left: '…' });
  return bar;
}

/** Seconds as a reader says them. */
/** A time in words: seconds, and minutes where there are some. */
export function duration(seconds: number, lang: Language): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return messages.seconds(whole)[lang];
  return messages.minutes(Math.floor(whole / 60), whole % 60)[lang];
}
