import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TableCard } from '../people/table/table-card.ts';
import { tableCardShape } from '../people/table/table-card-shape.ts';
import { jsonIn } from '../run/record/json.ts';
import { InputError, said } from '../scenario/errors.ts';

const CARD = /^([a-z][a-z0-9_]{0,39})\.json$/;

/**
 * What the tables of one's own in a result folder say of themselves, by name; none where there are none.
 * @throws InputError, one line for each that is not as it was written
 */
export function readTableCards(folder: string): TableCard[] {
  const place = path.join(folder, 'tables');
  const found = entries(place).map((file) => {
    const card = jsonIn(readFileSync(path.join(place, file)), tableCardShape);
    return { file: path.join(place, file), card: card !== null && `${card.name}.json` === file ? card : null };
  });
  const broken = found.filter(({ card }) => card === null);
  if (broken.length > 0)
    throw new InputError(
      broken.map(({ file }) => ({
        file,
        ...said({
          zh: '应为 luohu 写下的表的说明，实际不完整或被改动',
          en: 'must be what luohu wrote of a table, got a broken or changed file',
        }),
      })),
    );
  return found.map(({ card }) => card!);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => CARD.test(file))
      .sort();
  } catch {
    return [];
  }
}
