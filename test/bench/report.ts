import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';

/** One measured line. */
export const show = (label: string, value: string): void => console.log(`${label.padEnd(38)}${value}`);

/** Where numbers were measured. */
const machine = () => ({ cores: os.availableParallelism(), model: os.cpus()[0]?.model, node: process.version });

/** Keeps what was measured in out/bench. */
export function keep(name: string, measured: object): void {
  mkdirSync('out/bench', { recursive: true });
  writeFileSync(`out/bench/${name}.json`, `${JSON.stringify({ ...measured, machine: machine() }, null, 2)}\n`);
}
