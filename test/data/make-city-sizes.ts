/** Writes data/city-size.csv anew from the censuses: `npm run city-sizes`. */
import { writeFileSync } from 'node:fs';
import { readData } from '../../src/scenario/read-data.ts';
import { citySizesText } from './city-sizes.ts';

writeFileSync('data/city-size.csv', citySizesText(readData));
