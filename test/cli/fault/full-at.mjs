// Loaded into the command: the disk is full as soon as the folder named in FULL_AT is to be moved to its place.
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const rename = promises.rename;
promises.rename = async (from, to) => {
  if (path.basename(String(to)) === process.env.FULL_AT)
    throw Object.assign(new Error(`ENOSPC: no space left on device, rename '${from}' -> '${to}'`), { code: 'ENOSPC' });
  return rename(from, to);
};
syncBuiltinESMExports();
