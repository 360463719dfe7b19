import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyTable } from '../../src/policy/key-table.ts';

const guides = { zh: 'src/policy/writing.zh-CN.md', en: 'src/policy/writing.md' } as const;

test.each(Object.entries(guides))('the table of keys in the %s guide is made from the schema', async (lang, file) => {
  const before = readFileSync(file, 'utf8');
  const table = `<!-- keys -->\n\n${keyTable(lang as keyof typeof guides)}\n\n<!-- /keys -->`;
  await expect(before.replace(/<!-- keys -->[\s\S]*<!-- \/keys -->/, () => table)).toMatchFileSnapshot(`../../${file}`);
});
