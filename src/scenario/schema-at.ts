import type { z } from 'zod';
import type { Path } from './finding.ts';

type Schema = z.core.$ZodType;
type Shape = Readonly<Record<PropertyKey, Schema>>;

const defOf = (schema: Schema | undefined): z.core.$ZodTypes['_zod']['def'] | undefined =>
  (schema as z.core.$ZodTypes | undefined)?._zod.def;

/** The part of a schema that a value at a path is held against; undefined where the schema knows no such place. */
export function schemaAt(top: Schema | undefined, path: Path, topValue: unknown): Schema | undefined {
  let schema = bare(top);
  let value = topValue;
  for (const step of path) {
    schema = bare(childOf(schema, step, value));
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
  }
  return schema;
}

/** Alternatives of a union, in the order in which it tries them. */
export function optionsOf(schema: Schema | undefined): readonly Schema[] {
  const def = defOf(schema);
  return def?.type === 'union' ? def.options : [];
}

/** Keys a map may have: of a union those of the alternative the value names by its discriminator, else of the first map. */
export function shapeOf(schema: Schema | undefined, value: unknown): Shape | undefined {
  const def = defOf(schema);
  if (def?.type === 'object') return def.shape;
  if (def?.type !== 'union') return undefined;
  const shapes = optionsOf(schema)
    .map((option) => shapeOf(bare(option), value))
    .filter((shape) => shape !== undefined);
  if (!('discriminator' in def)) return shapes[0];
  const key = def.discriminator as string;
  const given = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return shapes.find((shape) => {
    const named = defOf(shape[key]);
    return named?.type === 'literal' && named.values.some((name) => name === given);
  });
}

/** A schema without what makes it optional, gives it a default or changes its value afterwards. */
function bare(schema: Schema | undefined): Schema | undefined {
  const def = defOf(schema);
  if (def?.type === 'optional' || def?.type === 'nullable' || def?.type === 'default') return bare(def.innerType);
  return def?.type === 'pipe' ? bare(def.in) : schema;
}

function childOf(schema: Schema | undefined, step: PropertyKey, value: unknown): Schema | undefined {
  const def = defOf(schema);
  if (def?.type === 'array') return def.element;
  if (def?.type === 'record') return def.valueType;
  if (def?.type === 'tuple') return def.items[Number(step)];
  if (def?.type === 'union' && !('discriminator' in def))
    return optionsOf(schema)
      .map((option) => childOf(bare(option), step, value))
      .find((child) => child !== undefined);
  return shapeOf(schema, value)?.[step];
}
