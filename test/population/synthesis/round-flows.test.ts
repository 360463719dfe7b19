import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundFlows } from '../../../src/population/synthesis/plan/round-flows.ts';
import { uniform } from '../../../src/random/draw.ts';
import { baseKey } from '../../../src/random/key.ts';

const drawing = (seed: string) => {
  const key = baseKey(seed);
  let draws = 0;
  return () => uniform(key, draws++, 0, 2020, 0);
};

/** A two-way table as a network: node 0 -> rows -> columns -> node 0, so that its margins and its total are flows too. */
function tableNetwork(cells: readonly (readonly number[])[]) {
  const rows = cells.length;
  const columns = cells[0].length;
  const arcs: [from: number, to: number, flow: number][] = [];
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  cells.forEach((row, r) => void arcs.push([0, 1 + r, total(row)]));
  cells.forEach((row, r) => void row.forEach((cell, c) => void arcs.push([1 + r, 1 + rows + c, cell])));
  for (let c = 0; c < columns; c++) arcs.push([1 + rows + c, 1 + rows + columns, total(cells.map((row) => row[c]))]);
  arcs.push([1 + rows + columns, 0, total(cells.flat())]);
  const [from, to, flow] = [0, 1, 2].map((k) => arcs.map((arc) => arc[k]));
  return { nodes: rows + columns + 2, from, to, flow };
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(5000), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

it('rounds every cell and margin up or down, and keeps all balances', () => {
  fc.assert(
    fc.property(tables, fc.string(), (cells, seed) => {
      const network = tableNetwork(cells);
      const whole = roundFlows(network, 1000, drawing(seed));
      const balance = new Int32Array(network.nodes);
      whole.forEach((flow, arc) => {
        expect(Math.abs(1000 * flow - network.flow[arc])).toBeLessThan(1000);
        balance[network.from[arc]] -= flow;
        balance[network.to[arc]] += flow;
      });
      expect([...balance].every((left) => left === 0)).toBe(true);
    }),
  );
});

it('keeps the expectation of every cell', () => {
  const network = tableNetwork([
    [1, 62, 37, 0],
    [50, 25, 0, 25],
    [990, 3, 4, 3],
  ]);
  const draw = drawing('mean');
  const runs = 4000;
  const sum = new Float64Array(network.flow.length);
  for (let run = 0; run < runs; run++)
    roundFlows(network, 100, draw).forEach((flow, arc) => {
      sum[arc] += flow;
    });
  sum.forEach((total, arc) => {
    const chance = (network.flow[arc] % 100) / 100;
    const error = Math.sqrt((chance * (1 - chance)) / runs);
    expect(Math.abs(total / runs - network.flow[arc] / 100)).toBeLessThanOrEqual(4 * error);
  });
});

it('leaves whole flows alone', () => {
  const network = tableNetwork([
    [200, 0],
    [100, 300],
  ]);
  expect([...roundFlows(network, 100, drawing('whole'))]).toEqual(network.flow.map((flow) => flow / 100));
});
