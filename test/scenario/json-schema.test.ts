import { describe, expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { parameterNames, parameterSpecs } from '../../src/scenario/parameters.ts';

type Schema = Readonly<Record<string, unknown>> & { readonly properties: Readonly<Record<string, Schema>> };
const schema = scenarioJsonSchema() as Schema;
const parameters = schema.properties['parameters'] as Schema;

describe('scenarioJsonSchema', () => {
  test('is draft 2020-12 and allows no other keys', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['additionalProperties']).toBe(false);
    expect(parameters['additionalProperties']).toBe(false);
  });

  test('describes every key in both languages', () => {
    for (const [key, { description }] of Object.entries(schema.properties)) {
      expect(description, key).toMatch(/[a-z].* \/ .*\p{Script=Han}/u);
    }
  });

  test('lists every parameter with its unit and limits', () => {
    expect(Object.keys(parameters.properties)).toEqual(parameterNames);
    for (const name of parameterNames) {
      const { unit, limits } = parameterSpecs[name];
      const [single, dated] = parameters.properties[name]['anyOf'] as [Schema, { items: Schema }];
      for (const each of [single, dated.items]) {
        expect(each.properties['unit']).toMatchObject({ const: unit });
        expect(each.properties['value']).toMatchObject({ minimum: limits[0], maximum: limits[1] });
      }
    }
  });

  test('asks of a scenario that varies no other to be complete', () => {
    expect(schema['anyOf']).toContainEqual({ required: ['extends'] });
  });
});
