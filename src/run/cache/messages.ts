import { type Localized, text } from '../../language/language.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** What a user is told of the base populations that are kept, in both languages side by side. */
export const cacheMessages = {
  notKept: (folder: string, why: Localized) =>
    text(`基年人口未能保存到 ${folder}：${why.zh}`, `base populations are not kept in ${folder}: ${why.en}`),
  damaged: (file: string) => text(`${file} 已损坏，重新合成`, `${file} is damaged: made again`),
  notASize: (given: string, instead: number) =>
    text(
      `LUOHU_CACHE_MAX 应为字节数或如 500M、2G，实际为 ${given}；按 ${megabytes(instead)} 计`,
      `LUOHU_CACHE_MAX must be a number of bytes or like 500M or 2G, got ${given}; taken as ${megabytes(instead)}`,
    ),
};
