import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { keyTable, leverTable, routeTable, serviceTable } from '../../src/policy/key-table.ts';

const guides = { zh: 'src/policy/writing.zh-CN.md', en: 'src/policy/writing.md' } as const;
const tables: Readonly<Record<string, (lang: Language) => string>> = {
  keys: keyTable,
  routes: routeTable,
  services: serviceTable,
  levers: leverTable,
};

test.each(Object.entries(guides))(
  'the tables of names in the %s guide are made from the schema',
  async (lang, file) => {
    const made = Object.entries(tables).reduce(
      (text, [name, table]) => {
        const place = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
        expect(text).toMatch(place);
        return text.replace(place, () => `<!-- ${name} -->\n\n${table(lang as Language)}\n\n<!-- /${name} -->`);
      },
      readFileSync(file, 'utf8'),
    );
    await expect(made).toMatchFileSnapshot(`../../${file}`);
  },
);
