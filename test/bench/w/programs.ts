import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a program of W tells about its run, beside its lines. */
export interface Told {
  readonly lines: readonly string[];
  readonly seconds: number;
}

const source = fileURLToPath(new URL('w.cpp', import.meta.url));

/** The C++ program, compiled into a folder; null where there is no compiler. */
export function compileCpp(folder: string): string | null {
  const program = path.join(folder, 'w-cpp');
  const compiler = ['g++', 'clang++', 'c++'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (compiler === undefined) return null;
  execFileSync(compiler, ['-O3', '-march=native', '-o', program, source]);
  return program;
}

/** Runs a program of W in a process of its own. */
export function runProgram(command: string, args: readonly string[]): Told {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  const { sim_s } = JSON.parse(stderr.trim().split('\n').at(-1)!) as { sim_s: number };
  return { lines: stdout.trim().split('\n'), seconds: sim_s };
}
