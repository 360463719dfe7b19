import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Names of the regular files of a folder, in order; folders, links that lead nowhere, pipes and what cannot be read are passed over. */
export function filesIn(folder: string, isWanted: (name: string) => boolean = () => true): string[] {
  const isFile = (name: string): boolean => {
    try {
      return statSync(path.join(folder, name)).isFile();
    } catch {
      return false;
    }
  };
  try {
    return readdirSync(folder)
      .filter((name) => isWanted(name) && isFile(name))
      .sort();
  } catch {
    return [];
  }
}
