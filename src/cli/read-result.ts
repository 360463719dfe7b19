import type { Language } from '../language/language.ts';
import type { Manifest } from '../result/manifest.ts';
import { unsignedNote } from '../result/signature.ts';
import { readManifest } from '../result/verify.ts';
import { messages } from './messages.ts';
import { tell } from './tell.ts';

/**
 * The manifest of a result folder a command is given; one without a signature is told where this machine has a key.
 * @throws InputError as `readManifest`
 */
export async function readResult(folder: string, lang: Language): Promise<Manifest> {
  const manifest = await readManifest(folder, (...place) => messages.noResult(...place)[lang]);
  tellUnsigned(folder, manifest, lang);
  return manifest;
}

/**
 * Warns of a result without a signature where this machine has a key.
 * @param always of one that is signed, but cannot be checked here, as well
 */
export function tellUnsigned(folder: string, manifest: Manifest, lang: Language, always = false): void {
  const note = unsignedNote(folder, manifest);
  if (note !== null && (always || note.worth === 'unsigned')) tell(messages.warning(note.told[lang])[lang]);
}
