import { expect, test } from 'vitest';
import { folderOf, jobId, type QueuedReplicate, readJob, sealed } from '../../src/run/cluster/job.ts';
import { clusterKey } from '../../src/run/cluster-key.ts';

const job: QueuedReplicate = {
  scenario: '包头.no-document',
  hash: 'ab'.repeat(32),
  version: '0.1.0',
  code: 'cd'.repeat(32),
  replicate: 7,
  strict: false,
};
const key = clusterKey({ LUOHU_CLUSTER_KEY: 'a key nobody would guess' })!;
const other = clusterKey({ LUOHU_CLUSTER_KEY: 'a key somebody guessed' })!;

test('a lawful job is read as it was put there, with a key and without one', () => {
  expect(readJob(jobId(job), job, null)).toEqual(job);
  const named = sealed(job, key);
  expect(readJob(jobId(job), JSON.parse(JSON.stringify(named)), key)).toEqual(named);
  expect(folderOf(job)).toBe('包头.no-document-ababababab');
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'job'],
  ['a list', [job]],
  ['a folder of its own', { ...job, folder: '../x/..' }],
  ['a scenario that is a path', { ...job, scenario: '../x/..' }],
  ['a scenario of points', { ...job, scenario: '..' }],
  ['a scenario that is a number', { ...job, scenario: 5 }],
  ['a hash that is a path', { ...job, hash: '/etc/passwd' }],
  ['no hash', { ...job, hash: undefined }],
  ['half a replicate', { ...job, replicate: 1.5 }],
  ['no replicate', { ...job, replicate: null }],
  ['a negative replicate', { ...job, replicate: -1 }],
  ['a text for a replicate', { ...job, replicate: '7' }],
  ['a replicate beyond all runs', { ...job, replicate: 1e9 }],
  ['a text for strict', { ...job, strict: 'yes' }],
  ['an unknown key', { ...job, __proto__: null, toString: 1 }],
  ['half a seal', { ...job, key: 'x', seal: 'y' }],
])('a job that is %s is poison', (_, data) => {
  const id = jobId(data !== null && typeof data === 'object' ? (data as QueuedReplicate) : job);
  expect(() => readJob(id, data, null)).toThrow('not a job');
});

test('a job under the name of another is poison', () => {
  expect(() => readJob(jobId({ ...job, replicate: 8 }), job, null)).toThrow('not a job: jobId must fit what it holds');
});

test('with a key a job without seal or with a changed content is poison, and one of another key is of others', () => {
  expect(() => readJob(jobId(job), job, key)).toThrow('the job is not signed');
  const changed = { ...sealed(job, key), strict: true };
  expect(() => readJob(jobId(job), changed, key)).toThrow('the signature of the job is wrong');
  expect(() => readJob(jobId(job), sealed(job, other), key)).toThrow('another LUOHU_CLUSTER_KEY');
  expect(() => readJob(jobId(job), sealed(job, key), null)).toThrow('LUOHU_CLUSTER_KEY is not set here');
});
