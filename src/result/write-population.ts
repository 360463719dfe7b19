import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Localized } from '../language/language.ts';
import type { Place, PopulationName, View } from '../people/column/column.ts';
import { householdIdentities } from '../people/household-identities.ts';
import { adoptPopulation } from '../population/population.ts';
import { membersOf } from '../process/members.ts';
import type { BaseRequest } from '../run/base.ts';
import { codeHash } from '../run/code.ts';
import { sha256, sha256OfFile } from '../run/hash.ts';
import type { InputFile } from '../run/input-file.ts';
import type { Base } from '../run/job.ts';
import { microdataMetadata, microdataWriter } from '../run/microdata/write-year.ts';
import { packageVersion } from '../run/package.ts';
import { csvText } from './csv.ts';
import { dataCard } from './data-card.ts';
import { describingFiles } from './microdata.ts';
import { writeFolder } from './write-results.ts';

const written = ['persons', 'households'] as const satisfies readonly PopulationName[];

/** What is known of a population that was written out. */
export interface WrittenPopulation {
  readonly folder: string;
  readonly persons: number;
  readonly households: number;
}

/**
 * Writes a base population by itself: persons.parquet and households.parquet, what their columns mean, the fit to the census (fit.csv),
 * a data card (README.md) and a manifest with the hash of every file. The same request and version give the same bytes.
 */
export async function writePopulation(
  parent: string,
  name: string,
  request: BaseRequest,
  { buffers, fit, notes }: Base,
): Promise<WrittenPopulation> {
  const { city, seed, sample, part } = request;
  const people = adoptPopulation(buffers);
  const members = membersOf(people);
  members.rebuild();
  const place: Place = { areas: city.areas, routes: [], checked: true };
  const leads = { identity: [], lineage: [] }; // every household is of the base population
  const identities = householdIdentities(people, people.households.rows, leads);
  const view: View = { people, members, identities, diary: null, year: city.censusYear, place };
  const about = {
    city: city.code,
    name: city.name,
    year: city.censusYear,
    seed,
    sample,
    part,
    version: packageVersion,
  };
  const rows: Record<string, number> = {};
  const { folder } = await writeFolder(parent, name, async (temporary) => {
    const files: InputFile[] = [];
    for (const population of written) {
      const file = path.join(temporary, `${population}.parquet`);
      const metadata = microdataMetadata(population, place, about);
      const writer = microdataWriter(file, population, { replicate: 0, weight: 1 / sample }, metadata);
      writer.add(view);
      rows[population] = writer.finish().rows;
      files.push({ path: `${population}.parquet`, sha256: await sha256OfFile(file) });
    }
    const texts: Record<string, string> = {
      ...describingFiles(written, place),
      'fit.csv': csvText(
        'control,area,category,target,synthesised,difference,controlled'.split(','),
        fit.map((row) => [
          ...[row.control, row.area, row.category, row.target, row.synthesised, row.difference],
          row.controlled ? 'yes' : 'no',
        ]),
      ),
      'README.md': dataCard({
        ...about,
        persons: rows['persons'],
        households: rows['households'],
        fit,
        notes: notesOf(city.notes, notes),
      }),
    };
    for (const [file, text] of Object.entries(texts)) {
      await writeFile(path.join(temporary, file), text);
      files.push({ path: file, sha256: sha256(text) });
    }
    const manifest = { format: 1, population: { ...about, code: codeHash() }, rows, files };
    await writeFile(path.join(temporary, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  });
  return { folder, persons: rows['persons'], households: rows['households'] };
}

/** Notes of the tables and of the making, each once. */
const notesOf = (city: readonly Localized[], made: readonly Localized[]): readonly Localized[] => [
  ...new Map([...city, ...made].map((note) => [note.en, note])).values(),
];
