import { text } from '../../language/language.ts';

/** What `luohu serve` says, in both languages. */
export const serveMessages = {
  command: () =>
    text(
      '在浏览器里试改政策条款和参数（只在本机），或导出为静态网页',
      'try clauses and levers in the browser, on this machine alone; or export the page',
    ),
  scenarios: () =>
    text('情景文件；缺省为 scenarios/ 中的全部城市', 'scenario files; default: every city of scenarios/'),
  port: () => text('端口；0 取任一空闲端口', 'port; 0 takes a free one'),
  export: () =>
    text('导出到文件夹，可放在任何网页服务器上', 'write the page to a folder that any web server can serve'),
  open: (address: string) => text(`请在浏览器中打开 ${address}`, `Open ${address} in a browser`),
  end: () => text('按 Ctrl-C 结束；只有本机可以访问', 'Ctrl-C ends it; no other machine can reach it'),
  portTaken: (port: number) =>
    text(`端口 ${port} 已被占用，请用 --port 换一个`, `port ${port} is taken: choose another with --port`),
  portReserved: (port: number) =>
    text(
      `端口 ${port} 需要管理员权限，请用 --port 换一个 1024 以上的`,
      `port ${port} is kept for the system: choose another above 1023 with --port`,
    ),
  pageMissing: () => text('网页尚未构建：请执行 npm run build', 'the page is not built: npm run build'),
  noScenarios: () => text('没有情景文件', 'no scenario files'),
  twice: (id: string) =>
    text(
      `scenario 须为编号不同的情景，${id} 出现了两次`,
      `scenario must name scenarios of different ids, got ${id} twice`,
    ),
  exporting: (id: string) =>
    text(`正在准备 ${id}：合成并抽取基年人口`, `${id}: making and sampling its base population`),
  exported: (folder: string) => text(`已导出到 ${folder}`, `Exported to ${folder}`),
  exportHint: () =>
    text(
      '放到任何网页服务器上即可；直接双击文件打不开',
      'serve it with any web server; browsers do not open it from the file system',
    ),
  fiscalFailed: (detail: string) => text(`luohu fiscal 未能完成：${detail}`, `luohu fiscal failed: ${detail}`),
};
