import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A scenario of Alxa, whose 260,000 residents are soon made, under national law alone; answers with its file. */
export function smallScenario(): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-small-')), 'small.yaml');
  const lines = [
    'id: small',
    'title: {zh: 阿拉善, en: Alxa}',
    'question: {zh: 试, en: a trial}',
    'city: "152900"',
    'baseYear: 2020',
    'endYear: 2030',
    'documents: [national-2014, national-permit-2016]',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
