import { cellsOf } from './evaluate.ts';
import { type Cell, type Expression, type Support, supports } from './sheet.ts';

/**
 * What supports a cell's number: its own word for a figure, the weakest of all it rests on for a formula; null for text, labels
 * and empty cells. A formula over one assumption is itself an assumption.
 */
export function supportFinder(): (cell: Cell) => Support | null {
  const found = new Map<Cell, Support | null>();

  function supportOf(cell: Cell): Support | null {
    const known = found.get(cell);
    if (known !== undefined) return known;
    const { content } = cell;
    let support: Support | null = null;
    if (content !== null && typeof content !== 'string' && content.kind !== 'label')
      support = content.kind === 'figure' ? content.support : weakest(parts(content).map(supportOf));
    found.set(cell, support);
    return support;
  }
  return supportOf;
}

function weakest(found: readonly (Support | null)[]): Support | null {
  const rank = Math.max(-1, ...found.map((support) => (support === null ? -1 : supports.indexOf(support))));
  return supports[rank] ?? null;
}

/** Every cell an expression reads. */
function parts(expression: Expression): Cell[] {
  switch (expression.kind) {
    case 'constant':
    case 'wording':
      return [];
    case 'reference':
      return [expression.cell];
    case 'binary':
      return [...parts(expression.left), ...parts(expression.right)];
    case 'choice':
      return [expression.left, expression.right, expression.then, expression.otherwise].flatMap(parts);
    case 'call':
      return expression.operands.flatMap((operand) =>
        operand.kind === 'range' ? cellsOf(operand).filter((cell) => cell !== undefined) : parts(operand),
      );
  }
}
