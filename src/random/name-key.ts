/** FNV-1a hash of a name: the key of what is drawn under it does not change when other names are added. Collisions of parameters are ruled out by a test. */
export function nameKey(name: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < name.length; n++) hash = Math.imul(hash ^ name.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}
