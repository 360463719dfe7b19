import { readFileSync } from 'node:fs';

const guide = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
const drawn = /```\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

/** Folders of src in the order of their imports, as CONTRIBUTING.md draws them: a folder imports from itself and from those above it. */
export const floors = drawn.split('\n').flatMap((line) => /^ ([a-z]+) {2,}/.exec(line)?.[1] ?? []);
