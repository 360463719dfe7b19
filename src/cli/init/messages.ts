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

/**
 * The page of next steps: commands that work in the project folder.
 * @param own the scenario that is to be changed, as the commands call it
 */
export function nextSteps(name: Localized, slug: string, document: string, own: string): Localized {
  const id = slug;
  const file = `scenarios/${own}.yaml`;
  const figures = `${'../'.repeat(own.split('/').length)}observations/${slug}.csv`;
  const draft = `${slug}/with-draft`;
  return text(
    `# ${name.zh}：下一步

在本文件夹中逐条运行；每条命令加 \`--help\` 可看其选项。\`npx luohu\` 在装有 luohu 的文件夹之内可用；全局安装（\`npm install -g luohu\`）则在任何地方可用。

1. 检查情景，看每个值从哪里来：
   \`npx luohu check ${own} --resolved\`
2. 运行：先用半分钟看个大概，再算准：
   \`npx luohu run ${own} --seconds 30\`
   \`npx luohu run ${own} --years 2025,2030,2035\`
3. 结果在 \`out/\`，每次运行一个文件夹；其中 \`readable/\` 的表用 Excel、WPS 打开。运行结尾印出做网页（\`report\`）和汇报材料（\`brief\`）的两行命令，照抄即可；
   两个文件夹写在一起就是对比。
4. 把标有“assumption: true”的值换成您知道的，写明来源：编辑 \`${file}\`。
5. 写新文件：编辑 \`documents/${document}.yaml\`，然后
   \`npx luohu check documents/${document}.yaml\`
   \`npx luohu policy ${document}\`
   比较没有它与有它（一两分钟）：
   \`npx luohu compare ${id} ${draft} --years 2027,2030,2035\`
6. 本市公布的数字：统计局的表（年份为列、中文表头、万人）可直接读入，写成 \`observations/${slug}.csv\`；也可自己逐行填写（error、definition 可空），指标代码用 \`npx luohu indicators 户籍\` 查：
   \`npx luohu observations import 公报.csv --city ${id} --write --out observations/${slug}.csv --force\`
   在 \`${file}\` 里加一行 \`observations: ${figures}\`，拟合一次，以后的运行都经过这些数字：
   \`npx luohu calibrate ${own}\`
   \`npx luohu run ${own}\`

结果文件夹中您自己的文件不会被覆盖；被您改过的结果文件留作 *.edited.*。
`,
    `# ${name.en}: next steps

Run them one by one in this folder; \`--help\` behind each command lists its options. \`npx luohu\` works inside the folder luohu is installed in; installed
globally (\`npm install -g luohu\`) it works anywhere.

1. Check the scenario and see where each value comes from:
   \`npx luohu check ${own} --resolved\`
2. Run it: half a minute for an impression, then to the end:
   \`npx luohu run ${own} --seconds 30\`
   \`npx luohu run ${own} --years 2025,2030,2035\`
3. Results are in \`out/\`, a folder for each run; Excel and WPS open the tables in its \`readable/\`. A run ends with the two lines that make a page
   (\`report\`) and a briefing (\`brief\`) of it, to be copied; with two folders in one line they compare.
4. Replace what is marked "assumption: true" by what you know, with its source: edit \`${file}\`.
5. Write the new document: edit \`documents/${document}.yaml\`, then
   \`npx luohu check documents/${document}.yaml\`
   \`npx luohu policy ${document}\`
   Compare without and with it (a minute or two):
   \`npx luohu compare ${id} ${draft} --years 2027,2030,2035\`
6. Figures your city has published: tables as bureaus keep them (years as columns, Chinese headers, units of 10,000) are read and written as
   \`observations/${slug}.csv\`; or fill it in line by line (error and definition may stay empty), \`npx luohu indicators registered\` finds the codes:
   \`npx luohu observations import bulletin.csv --city ${id} --write --out observations/${slug}.csv --force\`
   Add the line \`observations: ${figures}\` to \`${file}\` and fit it once; every run from then on goes through the figures:
   \`npx luohu calibrate ${own}\`
   \`npx luohu run ${own}\`

Files of your own in a result folder are never written over; a result file you edited is kept as *.edited.*.
`,
  );
}
