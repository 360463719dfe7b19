import { expect, test } from 'vitest';
import { routeLabels } from '../../src/people/column/codes.ts';
import type { Place } from '../../src/people/column/column.ts';

const called = { zh: '表彰人员', en: 'honoured persons' };
const place: Place = {
  areas: [],
  routes: [
    { name: 'kin', document: 'a', clause: '1' },
    { name: 'own-honour', document: 'a', clause: '2', called },
    { name: 'own-honour', document: 'b', clause: '2', called: { zh: '劳动模范', en: 'model workers' } },
    { name: 'own-honour', document: 'c', clause: '2', called },
  ],
};

test('a route of a document is labelled as it is called, and as each document calls it where several use one code', () => {
  expect(routeLabels('route')(place)).toEqual([
    { name: 'kin', words: { zh: '投靠亲属', en: 'joining kin' } },
    { name: 'own-honour', words: { zh: '表彰人员；劳动模范', en: 'honoured persons; model workers' } },
  ]);
});
