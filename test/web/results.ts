import { luohu } from '../cli/luohu.ts';

/** Runs small samples of Alxa, a place of few people, and answers with their folders. */
export function smallRuns(out: string, ...more: readonly (readonly string[])[]): string[] {
  return more.map((args) => {
    const common = ['run', 'alxa', '--sample', '0.1', '--replicates', '4', '--to', '2023', '--out', out, '--json'];
    const { stdout, stderr, status } = luohu([...common, ...args]);
    if (status !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as { runs: { folder: string }[] }).runs[0].folder;
  });
}
