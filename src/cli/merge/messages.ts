import { text } from '../../language/language.ts';

/** Sentences of `luohu merge`, in both languages side by side. */
export const mergeMessages = {
  command: () => text('把各片段（run --shard）合并为结果', 'join the parts that run --shard made into result folders'),
  store: () => text('存放片段的文件夹或存储桶', 'folder or bucket that holds the parts'),
  strict: () => text('只接受检查过守恒关系的重复', 'take only replicates whose invariants were checked'),
  merging: (place: string) => text(`合并 ${place}`, `joining ${place}`),
};
