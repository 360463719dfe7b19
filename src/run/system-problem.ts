import type { LocalName } from '../scenario/city-data.ts';

const text = (zh: string, en: string): LocalName => ({ zh, en });

/** What the system's error codes mean to somebody who did not write the program. */
const problems: Readonly<Record<string, LocalName>> = {
  ENOSPC: text('磁盘已满', 'no space is left on the disk'),
  EDQUOT: text('磁盘配额已用完', 'the disk quota is used up'),
  EFBIG: text('超过允许的文件大小', 'the file would be larger than is allowed'),
  EROFS: text('文件系统只读', 'the file system is read-only'),
  EACCES: text('没有权限', 'permission is denied'),
  EPERM: text('没有权限', 'permission is denied'),
  ENOENT: text('文件夹已不存在', 'the folder is gone'),
  ENOTDIR: text('路径中有一段不是文件夹', 'a part of the path is not a folder'),
  EMFILE: text('打开的文件过多（见 ulimit -n）', 'too many files are open (see ulimit -n)'),
  ENFILE: text('系统打开的文件过多', 'the system has too many files open'),
  EIO: text('读写设备出错', 'the device failed to read or write'),
  ESTALE: text('网络文件系统已断开', 'the network file system is gone'),
  ECONNREFUSED: text('连接被拒绝', 'the connection was refused'),
  ECONNRESET: text('连接中断', 'the connection broke off'),
  EPIPE: text('连接中断', 'the connection broke off'),
  ENOTFOUND: text('找不到主机', 'there is no such host'),
  ETIMEDOUT: text('连接超时', 'no answer came in time'),
};

/** The code Node gives an error of the system, its own or that of its cause. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return (error as NodeJS.ErrnoException).code ?? systemCode(error.cause);
}

/** Whether the system refused something for a reason that is told in words here. */
export const isSystemProblem = (error: unknown): boolean => Object.hasOwn(problems, systemCode(error) ?? '');

/** What went wrong on reading or writing, in words; what is not known is told as the system says it. */
export function systemProblem(error: unknown): LocalName {
  const known = problems[systemCode(error) ?? ''];
  const detail = error instanceof Error ? error.message : String(error);
  return known ?? text(detail, detail);
}
