/**
 * Makes the tables of data/ that bring the nation's vital rates to what was counted: `npm run vitals`. Printed births, deaths and marriages
 * stand in data/vital-years.csv and stay; the factors beside them, data/fertility-factor.csv and data/mortality-factor.csv are written anew.
 */
import { writeFileSync } from 'node:fs';
import { vitalTableTexts } from '../../src/analysis/vital/tables.ts';
import { readData } from '../../src/scenario/read-data.ts';

for (const [name, text] of Object.entries(vitalTableTexts(readData))) writeFileSync(`data/${name}`, text);
