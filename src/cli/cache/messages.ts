import { text } from '../../language/language.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
const populations = (count: number): string => (count === 1 ? '1 base population' : `${count} base populations`);

/** Sentences of `luohu cache`, in both languages side by side. */
export const cacheCliMessages = {
  command: () =>
    text('本机保存的基年人口：位置、数量、大小', 'the base populations kept on this machine: place, number, size'),
  action: () => text('clear：全部删除', 'clear: remove them all'),
  off: () => text('不保存基年人口（LUOHU_CACHE=off）', 'no base populations are kept (LUOHU_CACHE=off)'),
  there: (folder: string, count: number, bytes: number, maxBytes: number) =>
    text(
      `${folder}：${count} 份基年人口，${megabytes(bytes)} MB，上限 ${megabytes(maxBytes)} MB（LUOHU_CACHE_MAX），先删最久未用的`,
      `${folder}: ${populations(count)}, ${megabytes(bytes)} MB of at most ${megabytes(maxBytes)} (LUOHU_CACHE_MAX); the least recently used go first`,
    ),
  cleared: (folder: string, count: number, bytes: number) =>
    text(
      `${folder}：已删除 ${count} 份基年人口，${megabytes(bytes)} MB`,
      `${folder}: removed ${populations(count)}, ${megabytes(bytes)} MB`,
    ),
};
