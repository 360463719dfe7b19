/** JSON to be read and compared by line: a list of plain values stands on one line, numbers have at most seven digits. */
export function compactJson(value: unknown, indent = ''): string {
  if (typeof value === 'number') return JSON.stringify(Number(value.toPrecision(7)));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    const parts = value.map((item) => compactJson(item, inner));
    const plain = value.every((item) => item === null || typeof item !== 'object');
    return plain ? `[${parts.join(', ')}]` : `[\n${parts.map((part) => inner + part).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${compactJson(item, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
