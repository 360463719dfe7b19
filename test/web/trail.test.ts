import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAddress } from '../../src/web/scene/address.ts';
import { type Change, noChange } from '../../src/web/scene/change.ts';
import { fromStored, MOST_REFORMS, nameOf, toStored, withoutReform, withReform } from '../../src/web/scene/reforms.ts';
import { goneTo, isSame, recorded, trailOf } from '../../src/web/scene/trail.ts';

const without = (...references: string[]): Change => ({ ...noChange, without: references });
const rent = (value: number): Change => ({ ...noChange, parameters: { 'housing.rent': value } });

describe('a trail of changes', () => {
  it('goes back and forth, and forgets what was undone when something else is done', () => {
    const three = recorded(recorded(trailOf(noChange), without('a'), 0), without('a', 'b'), 10_000);
    expect(three.entries).toEqual([noChange, without('a'), without('a', 'b')]);
    const back = goneTo(three, 1);
    expect(back.entries[back.at]).toEqual(without('a'));
    expect(goneTo(back, 2).at).toBe(2);
    expect(recorded(back, without('c'), 20_000).entries).toEqual([noChange, without('a'), without('c')]);
  });

  it('keeps one entry of a lever on its way, and another when it is moved later', () => {
    const moving = [1, 2, 3].reduce((trail, value) => recorded(trail, rent(value), 100 * value), trailOf(noChange));
    expect(moving.entries).toEqual([noChange, rent(3)]);
    expect(recorded(moving, rent(4), 60_000).entries).toEqual([noChange, rent(3), rent(4)]);
    const both = { ...rent(3), without: ['a'] };
    expect(recorded(moving, both, 400).entries).toEqual([noChange, rent(3), both]);
  });

  it('has no entry for what changes nothing, whatever the order it was done in', () => {
    const trail = recorded(trailOf(noChange), without('a', 'b'), 0);
    expect(recorded(trail, without('b', 'a'), 1)).toBe(trail);
    expect(isSame(without('a'), without('b'))).toBe(false);
  });

  it('stays where it is where there is nowhere to go', () => {
    const trail = trailOf(noChange);
    expect(goneTo(trail, -1)).toBe(trail);
    expect(goneTo(trail, 1)).toBe(trail);
  });

  it('always ends at what was done last, and keeps no more than fifty', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3000)), { maxLength: 90 }), (done) => {
        let [trail, now] = [trailOf(noChange), 0];
        for (const [reference, later] of done) {
          now += later;
          trail = recorded(trail, without(reference), now);
          expect(trail.entries[trail.at]).toEqual(without(reference));
          expect(trail.at).toBe(trail.entries.length - 1);
          expect(trail.entries.length).toBeLessThanOrEqual(50);
        }
      }),
    );
  });
});

describe('reforms by name', () => {
  const state = fromAddress('', { scenarios: ['baotou'], lang: 'zh' });
  const two = withReform(withReform([], ' 无文件 ', without('baotou-2024')), '涨租', rent(2));

  it('are kept and read again as they were', () => {
    expect(two.map(({ name }) => name)).toEqual(['无文件', '涨租']);
    expect(fromStored(toStored(two, state), state)).toEqual(two);
  });

  it('give way to one of the same name, and know the change they are', () => {
    const again = withReform(two, '涨租', rent(3));
    expect(again).toHaveLength(2);
    expect(nameOf(again, rent(3))).toBe('涨租');
    expect(nameOf(again, rent(2))).toBeUndefined();
    expect(withoutReform(again, '涨租')).toEqual([two[0]]);
  });

  it('need a name, and are no more than stand side by side', () => {
    expect(withReform(two, '  ', rent(5))).toEqual(two);
    const many = Array.from({ length: 9 }, (_, i) => i).reduce(
      (all, i) => withReform(all, `r${i}`, rent(i + 1)),
      withReform([], 'a', noChange),
    );
    expect(many).toHaveLength(MOST_REFORMS);
  });

  it('that cannot be read are left out', () => {
    for (const text of [null, 'x', '{}', '[1, null, {"name": 3, "address": "?"}, {"name": "", "address": "?"}]'])
      expect(fromStored(text, state)).toEqual([]);
  });
});
