import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whether a path leads to a regular file; a link that leads nowhere or in a circle, a pipe, a name no system takes lead to none. */
export function isFile(place: string): boolean {
  try {
    return statSync(place).isFile();
  } catch {
    return false;
  }
}

/** Names of the regular files of a folder, in order; folders, links that lead nowhere, pipes and what cannot be read are passed over. */
export function filesIn(folder: string, isWanted: (name: string) => boolean = () => true): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => isWanted(name) && isFile(path.join(folder, name)))
      .sort();
  } catch {
    return [];
  }
}
