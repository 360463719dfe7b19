/**
 * Loader hook of the counting process: in place of the hash behind every draw it gives one that tells `countDraw` and then does
 * the same. The package on disk stays as it is, and other processes never see this.
 */
export async function load(url, context, next) {
  if (!url.endsWith('/dist/random/threefry.js')) return next(url, context);
  const { source } = await next(url, context);
  const names = [...String(source).matchAll(/export function (\w+)/g)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`no hash found in ${url}`);
  const wrapped = names.map(
    (name) => `export function ${name}(...words) { globalThis.countDraw?.(); return real.${name}(...words); }`,
  );
  const text = [`import * as real from '${url}?real';`, `export * from '${url}?real';`, ...wrapped].join('\n');
  return { format: 'module', shortCircuit: true, source: text };
}
