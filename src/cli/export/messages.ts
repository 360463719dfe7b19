import { text } from '../../language/language.ts';

/** What `luohu export` says. */
export const exportMessages = {
  command: () =>
    text(
      '把结果写成 Excel、WPS 直接打开的表：中文名称与单位、逐年宽表、xlsx',
      'write a result as tables that Excel and WPS open: names and units in words, wide by year, xlsx',
    ),
  out: () => text('写到哪个文件夹（缺省为结果中的 readable）', 'folder to write to (default: readable in the result)'),
  written: (file: string) => text(`已写 ${file}`, `wrote ${file}`),
};
