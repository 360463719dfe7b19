import type { ParameterSpec } from './parameter.ts';
import { type ParameterName, parameterNames, parameterSpecs } from './parameters.ts';

/** Markdown table of every parameter: name, meaning, unit, value, range, mark and source. Written into the model's documentation. */
export function parameterTable(): string {
  const rows = parameterNames.map((name) => row(name, parameterSpecs[name]));
  return [
    '# Parameters of the model 模型参数',
    '',
    'Made from `src/scenario/parameters.ts`; a test keeps the two equal. A scenario may set any of them.',
    'Every replicate draws each parameter that has a range, triangular with its mode at the value; those marked * build the',
    'base population, which all replicates share, and are not drawn.',
    '',
    '| name 名称 | 含义 | meaning | unit | value | range | mark | 来源或理由 | source or reason |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function row(name: ParameterName, spec: ParameterSpec): string {
  const range = spec.range ? `${spec.range[0]} – ${spec.range[1]}` : '';
  const shown = spec.drawn ? `\`${name}\`` : `\`${name}\` *`;
  const { name: said, unit, value, mark, source } = spec;
  const cells = [shown, said.zh, said.en, unit, String(value), range, mark, source.zh, source.en];
  return `| ${cells.join(' | ')} |`;
}
