import { type Localized, text } from '../../language/language.ts';

/** What `luohu init` says and writes, in both languages. */
export const initMessages = {
  command: () =>
    text(
      '为一个地方建立自己的项目文件夹：情景、空白文件、数字表、下一步',
      'begin a project folder for a place: scenario, empty document, file of figures, next steps',
    ),
  folder: () => text('文件夹；缺省为地名拼音', 'folder; default: the name of the place in Latin letters'),
  exists: (file: string) =>
    text(
      `${file}: 应尚不存在，实际已有；用 --force 覆盖`,
      `${file}: must not exist yet, got a file; --force replaces it`,
    ),
  cannotWrite: (file: string, why: string) =>
    text(`${file}: 无法写入（${why}）`, `${file}: cannot be written (${why})`),
  wrote: (file: string) => text(`已写 ${file}`, `wrote ${file}`),
  next: (folder: string, page: string) =>
    text(`接下来：cd ${folder}，然后看 ${page}`, `Next: cd ${folder}, then see ${page}`),
  shippedTitle: (name: Localized) => text(`${name.zh}：我的问题`, `${name.en}: my question`),
  shippedQuestion: () => text('城镇岗位少一成会怎样？', 'What if there were a tenth fewer jobs in town?'),
  draftTitle: (name: Localized) => text(`${name.zh}：试行新文件`, `${name.en}: with the new document`),
  draftQuestion: () => text('新文件施行后会怎样？', 'What if the new document came into force?'),
};

/** The page of next steps: commands that work in the project folder. */
export function nextSteps(name: Localized, slug: string, document: string, question: string): Localized {
  const id = slug;
  const draft = `scenarios/${slug}/with-draft.yaml`;
  return text(
    `# ${name.zh}：下一步

在本文件夹中逐条运行；每条命令加 --help 可看其选项。

1. 检查情景，看每个值从哪里来：
   \`luohu check ${id} --resolved\`
2. 先小样本试一次（不到一分钟），再全量运行：
   \`luohu run ${id} --sample 0.05 --replicates 4\`
   \`luohu run ${id}\`
3. 结果在 \`out/\`。\`readable/\` 里的表用 Excel、WPS 打开；网页与汇报材料：
   \`luohu report out/${id}-*\`
   \`luohu brief out/${id}-*\`
4. 把“assumption: true”的值换成你知道的，写明来源：编辑 \`scenarios/${slug}${question}\`。
5. 写新文件：编辑 \`documents/${document}.yaml\`，然后
   \`luohu check documents/${document}.yaml\`
   \`luohu policy ${document}\`
   比较有它与没有它：
   \`luohu compare ${id} ${draft} --sample 0.05 --replicates 4\`
6. 本市公布的数字填入 \`observations/${slug}.csv\`：每行一个数，写明单位、来源；confidence 写 published（公布）、derived（推算）或 recalled（凭记忆）。
   指标代码用 \`luohu indicators 户籍\` 查。

结果文件夹中你自己的文件不会被覆盖；被你改过的结果文件留作 *.edited.*。
`,
    `# ${name.en}: next steps

Run them one by one in this folder; --help behind each command lists its options.

1. Check the scenario and see where each value comes from:
   \`luohu check ${id} --resolved\`
2. Try a small sample first (under a minute), then everybody:
   \`luohu run ${id} --sample 0.05 --replicates 4\`
   \`luohu run ${id}\`
3. Results are in \`out/\`. Excel and WPS open the tables in \`readable/\`; a page and a briefing:
   \`luohu report out/${id}-*\`
   \`luohu brief out/${id}-*\`
4. Replace what is marked "assumption: true" by what you know, with its source: edit \`scenarios/${slug}${question}\`.
5. Write the new document: edit \`documents/${document}.yaml\`, then
   \`luohu check documents/${document}.yaml\`
   \`luohu policy ${document}\`
   Compare with and without it:
   \`luohu compare ${id} ${draft} --sample 0.05 --replicates 4\`
6. Put the figures your city has published into \`observations/${slug}.csv\`: one a line, with unit and source; confidence is published,
   derived or recalled. \`luohu indicators registered\` finds the codes.

Files of your own in a result folder are never written over; a result file you edited is kept as *.edited.*.
`,
  );
}
