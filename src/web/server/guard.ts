import type { MiddlewareHandler } from 'hono';

/** Names a loopback server is called by. */
const hosts = ['127.0.0.1', 'localhost'];

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // together they let the page share memory with its workers
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/**
 * Answers only what the page itself asks. A site elsewhere that makes its name point at this machine is told apart by the
 * host, one that sends requests here by their origin; what changes anything must come with an origin.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  const host = req.header('host') ?? '';
  const origin = req.header('origin');
  const site = req.header('sec-fetch-site');
  const reads = req.method === 'GET' || req.method === 'HEAD';
  const ownHost = hosts.includes(host.replace(/:\d+$/, ''));
  const ownOrigin = origin === undefined ? reads : origin === `http://${host}`;
  const ownSite = site === undefined || site === 'same-origin' || (site === 'none' && reads);
  if (!ownHost || !ownOrigin || !ownSite)
    return context.json({ message: 'refused: not asked by this page' }, 403, headers);
  await next();
  for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  return undefined;
};
