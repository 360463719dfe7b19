import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as XLSX from '@e965/xlsx';

/** Makes LibreOffice calculate every formula of a file it opens; by itself it shows the values the file holds. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const hasLibreOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Opens a workbook in LibreOffice with forced recalculation, saves it as .xlsx and answers with what it then holds. */
export function recalculated(bytes: Uint8Array): XLSX.WorkBook {
  const folder = mkdtempSync(path.join(tmpdir(), 'luohu-office-'));
  try {
    const profile = path.join(folder, 'profile');
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
    const given = path.join(folder, 'book.xlsx');
    writeFileSync(given, bytes);
    const out = path.join(folder, 'out');
    const settings = ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile)}`];
    execFileSync('soffice', [...settings, '--convert-to', 'xlsx', '--outdir', out, given], {
      stdio: 'ignore',
      timeout: 900_000,
    });
    return XLSX.read(readFileSync(path.join(out, 'book.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same workbook after a user typed numbers over cells, as `sheet!address`; the stored results stay as they were. */
export function typedOver(bytes: Uint8Array, typed: Readonly<Record<string, number>>): Uint8Array {
  const book = XLSX.read(bytes, { cellFormula: true });
  for (const [place, value] of Object.entries(typed)) {
    const [sheet, address] = place.split('!') as [string, string];
    const cell = book.Sheets[sheet][address] as XLSX.CellObject;
    if (cell.t !== 'n' || cell.f !== undefined) throw new Error(`${place} holds no typed number`);
    cell.v = value;
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Value of a cell as a spreadsheet program left it. */
export const cellValue = (book: XLSX.WorkBook, sheet: string, address: string): unknown =>
  (book.Sheets[sheet]?.[address] as XLSX.CellObject | undefined)?.v;
