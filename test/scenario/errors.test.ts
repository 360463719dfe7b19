import { describe, expect, test } from 'vitest';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';

describe('formatIssue', () => {
  test.each([
    [
      { file: 'a.yaml', line: 3, column: 5, path: 'seed', message: 'must be text, got 1' },
      'a.yaml:3:5: seed must be text, got 1',
    ],
    [{ file: 'a.csv', line: 3, message: 'must be a number, got "x"' }, 'a.csv:3: must be a number, got "x"'],
    [{ file: 'a.yaml', message: 'must be a file, got a folder' }, 'a.yaml: must be a file, got a folder'],
    [{ path: '--to', message: 'must be a year, got 1' }, '--to must be a year, got 1'],
    [{ message: 'must be\n  one line' }, 'must be one line'],
  ])('%j', (issue, line) => {
    expect(formatIssue(issue)).toBe(line);
  });
});

test('InputError carries every mistake', () => {
  const error = new InputError([{ message: 'first' }, { message: 'second' }]);
  expect(error.issues).toHaveLength(2);
  expect(error.message).toBe('first\nsecond');
});
