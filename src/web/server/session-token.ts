import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../../language/language.ts';
import { serverMessages } from './messages.ts';

/**
 * Answers only whoever has the token that the server printed when it began, as a notebook server does: other users of the machine can
 * reach the port as well. The address that was printed brings it, and leaves it in a cookie no program of the page can read.
 */
export function sessionToken(token: string, lang: Language): MiddlewareHandler {
  const same = (given: string | undefined): boolean =>
    given !== undefined &&
    Buffer.byteLength(given) === token.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(token));
  return async (context, next) => {
    const url = new URL(context.req.url);
    // cookies are shared by all ports of a machine
    const cookie = `luohu-${url.port}`;
    const asked = url.searchParams.get('token');
    if (asked !== null && context.req.method === 'GET' && same(asked)) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      url.searchParams.delete('token');
      return context.redirect(`${url.pathname}${url.search}`, 302);
    }
    const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (same(getCookie(context, cookie)) || same(bearer)) return next();
    return context.json({ message: serverMessages.noToken()[lang] }, 401);
  };
}
