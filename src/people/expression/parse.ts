import type { Localized } from '../../language/language.ts';
import { tableMessages as say } from '../messages.ts';

/** A mistake in an expression, before anybody knows where it stands. */
export class ExpressionError extends Error {
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}

const comparisons = ['==', '!=', '<=', '>=', '<', '>'] as const;
export type Comparison = (typeof comparisons)[number];

/** An expression as written; `source` is the text of a part, for messages. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly source: string }
  | { readonly kind: 'word'; readonly word: string; readonly source: string }
  | { readonly kind: 'missing'; readonly source: string }
  | { readonly kind: 'not' | 'minus'; readonly of: Expression; readonly source: string }
  | {
      readonly kind: 'both';
      readonly operator: 'and' | 'or' | '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
      readonly source: string;
    }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly source: string;
    }
  | { readonly kind: 'in'; readonly of: Expression; readonly list: readonly Expression[]; readonly source: string };

interface Token {
  readonly kind: 'number' | 'word' | 'quoted' | 'sign' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?)(?![\p{L}\d_])|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<word>[\p{L}_][\p{L}\d_]*(?:-[\p{L}\d_]+)*)|(?<sign>==|!=|<=|>=|[-<>+*/()[\],，（）]))/uy;

/** Words that stand for operators in either language. */
const operators: Readonly<Record<string, 'and' | 'or' | 'not' | 'in' | 'missing'>> = {
  and: 'and',
  且: 'and',
  or: 'or',
  或: 'or',
  not: 'not',
  非: 'not',
  in: 'in',
  属于: 'in',
  missing: 'missing',
  缺失: 'missing',
};
const signs: Readonly<Record<string, string>> = { '，': ',', '（': '(', '）': ')' };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ''; at = tokenPattern.lastIndex) {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(text);
    if (found === null) throw new ExpressionError(say.unexpected(text.slice(at).trim().split(/\s/, 1)[0]));
    const { number, double, single, word, sign } = found.groups as Record<string, string | undefined>;
    const to = tokenPattern.lastIndex;
    const from = at + found[0].length - found[0].trimStart().length;
    const add = (kind: Token['kind'], own: string) => tokens.push({ kind, text: own, from, to });
    if (number !== undefined) add('number', number);
    else if (word !== undefined) add('word', word);
    else if (sign !== undefined) add('sign', signs[sign] ?? sign);
    else add('quoted', double ?? single ?? '');
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
}

/**
 * Reads an expression: `or` binds least, then `and`, `not`, comparisons and `in [..]`, `+ -`, `* /`, a minus before. Names are columns or
 * categories, in quotes where they hold spaces or marks; a name may hold a hyphen, so that a minus between names needs spaces.
 * @throws ExpressionError
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token => tokens[at];
  const isOperator = (name: string): boolean => peek().kind === 'word' && operators[peek().text.toLowerCase()] === name;
  const isSign = (...wanted: string[]): boolean => peek().kind === 'sign' && wanted.includes(peek().text);
  const since = (from: number): string => text.slice(tokens[from].from, tokens[at - 1].to);
  const fail = (): never => {
    if (peek().kind === 'end') throw new ExpressionError(say.endsEarly(text));
    throw new ExpressionError(say.unexpected(peek().text));
  };
  const expect = (sign: string): void => {
    if (!isSign(sign)) fail();
    at++;
  };

  const chain = (isNext: () => boolean, part: () => Expression) => (): Expression => {
    const from = at;
    let left = part();
    while (isNext()) {
      const word = tokens[at++].text.toLowerCase();
      const operator = (operators[word] ?? word) as 'and';
      const right = part();
      left = { kind: 'both', operator, left, right, source: since(from) };
    }
    return left;
  };

  const product = chain(() => isSign('*', '/'), atom);
  const sum = chain(() => isSign('+', '-'), product);
  const conjunction = chain(() => isOperator('and'), negation);
  const disjunction = chain(() => isOperator('or'), conjunction);

  function negation(): Expression {
    const from = at;
    if (!isOperator('not')) return comparison();
    at++;
    return { kind: 'not', of: negation(), source: since(from) };
  }

  function comparison(): Expression {
    const from = at;
    const left = sum();
    if (isSign(...comparisons)) {
      const operator = tokens[at++].text as Comparison;
      return { kind: 'compare', operator, left, right: sum(), source: since(from) };
    }
    if (!isOperator('in')) return left;
    at++;
    expect('[');
    const list = [sum()];
    while (isSign(',')) {
      at++;
      list.push(sum());
    }
    expect(']');
    return { kind: 'in', of: left, list, source: since(from) };
  }

  function atom(): Expression {
    const from = at;
    if (isSign('(')) {
      at++;
      const inner = disjunction();
      expect(')');
      return inner;
    }
    if (isSign('-')) {
      at++;
      return { kind: 'minus', of: atom(), source: since(from) };
    }
    const token = peek();
    if (token.kind === 'end' || token.kind === 'sign') return fail();
    const operator = token.kind === 'word' ? operators[token.text.toLowerCase()] : undefined;
    if (operator !== undefined && operator !== 'missing') return fail();
    at++;
    if (operator === 'missing') return { kind: 'missing', source: token.text };
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), source: token.text };
    return { kind: 'word', word: token.text, source: token.text };
  }

  const whole = disjunction();
  if (peek().kind !== 'end') fail();
  return whole;
}
