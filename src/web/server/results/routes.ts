import type { Context, Hono } from 'hono';
import { type Language, text } from '../../../language/language.ts';
import { MOST_INDICATORS } from '../../scene/results.ts';
import { type Listed, listResults, resultOf } from './list-results.ts';
import { checkOf, detailOf, differencesOf, rowsOf } from './read-result.ts';

const messages = {
  unknown: () => text('结果文件夹中没有这个结果', 'no such result in the folder of results'),
  unreadable: () => text('这个结果无法读取', 'the result cannot be read'),
  indicators: (most: number) => text(`应给出 1 到 ${most} 个指标`, `must name 1 to ${most} indicators`),
};

/**
 * What the folder of results holds. Every answer is read anew from the disk: a run that ends meanwhile is there at the next look. A
 * result is asked for by the id the list gave it, which is looked up among the folders that are there.
 */
export function resultRoutes(app: Hono, { out, lang }: { readonly out: string; readonly lang: Language }): void {
  const refuse = (c: Context, status: 404 | 422, told: { zh: string; en: string }): Response =>
    c.json({ message: told[lang] }, status);
  /** Answers for a result that is there; for one that may be read alone where `readable`. */
  const answer = async (
    c: Context,
    id: string,
    readable: boolean,
    of: (listed: Listed) => Promise<object> | object,
  ): Promise<Response> => {
    const listed = await resultOf(out, id);
    if (listed === null) return refuse(c, 404, messages.unknown());
    const { state, kind } = listed.entry;
    if (readable && (state === 'broken' || state === 'unfinished' || kind === 'analysis'))
      return refuse(c, 422, messages.unreadable());
    return c.json(await of(listed));
  };
  app.get('/api/results', async (c) => c.json(await listResults(out)));
  app.get('/api/results/:id', (c) => answer(c, c.req.param('id'), false, detailOf));
  app.get('/api/results/:id/rows', (c) => {
    const names = c.req.queries('indicator') ?? [];
    if (names.length === 0 || names.length > MOST_INDICATORS)
      return refuse(c, 422, messages.indicators(MOST_INDICATORS));
    return answer(c, c.req.param('id'), true, (listed) => rowsOf(listed, names));
  });
  app.get('/api/results/:id/differences/:base', async (c) => {
    const base = await resultOf(out, c.req.param('base'));
    if (base === null) return refuse(c, 404, messages.unknown());
    if (base.entry.run === null || base.entry.state === 'broken' || base.entry.state === 'unfinished')
      return refuse(c, 422, messages.unreadable());
    const { indicator = '', area = 'city' } = c.req.query();
    return answer(c, c.req.param('id'), true, (listed) => differencesOf(listed, base, indicator, area));
  });
  app.get('/api/results/:id/check', (c) => answer(c, c.req.param('id'), true, checkOf));
}
