import { type Localized, text } from './language.ts';

/** A server that was asked says nothing. */
export const noAnswer = text('连接超时', 'no answer came in time');

/** As the engine tells it, without the file it happened at. */
const noMemory = text(
  '内存不足，或文件已损坏（其中的长度不合理）',
  'too little memory is left, or a file is damaged and names a length that cannot be',
);

const unknownAuthority = text(
  '服务器证书的签发机构不受信任（可用 NODE_EXTRA_CA_CERTS 指明）',
  'the certificate of the server is of an authority that is not known here (NODE_EXTRA_CA_CERTS names one)',
);

/** What the system's error codes mean to somebody who did not write the program. */
const problems: Readonly<Record<string, Localized>> = {
  ENOSPC: text('磁盘已满', 'no space is left on the disk'),
  EDQUOT: text('磁盘配额已用完', 'the disk quota is used up'),
  EFBIG: text('超过允许的文件大小', 'the file would be larger than is allowed'),
  EROFS: text('文件系统只读', 'the file system is read-only'),
  EACCES: text('没有权限', 'permission is denied'),
  EPERM: text('没有权限', 'permission is denied'),
  ENOENT: text('文件夹已不存在', 'the folder is gone'),
  EISDIR: text('应为文件，实际为文件夹', 'a folder is in the place of a file'),
  EEXIST: text('已有同名的文件', 'something of that name is there already'),
  ELOOP: text('链接指向自身', 'a link leads back to itself'),
  ENAMETOOLONG: text('名称过长', 'the name is too long'),
  ENOMEM: text('内存不足', 'no memory is left'),
  ERR_FS_FILE_TOO_LARGE: text('文件过大', 'the file is too large'),
  ENOTDIR: text('路径中有一段不是文件夹', 'a part of the path is not a folder'),
  EMFILE: text('打开的文件过多（见 ulimit -n）', 'too many files are open (see ulimit -n)'),
  ENFILE: text('系统打开的文件过多', 'the system has too many files open'),
  EIO: text('读写设备出错', 'the device failed to read or write'),
  ESTALE: text('网络文件系统已断开', 'the network file system is gone'),
  ECONNREFUSED: text('连接被拒绝', 'the connection was refused'),
  ECONNRESET: text('连接中断', 'the connection broke off'),
  EPIPE: text('连接中断', 'the connection broke off'),
  ENOTFOUND: text('找不到主机', 'there is no such host'),
  EAI_AGAIN: text('暂时查不到主机', 'the host cannot be looked up for now'),
  ETIMEDOUT: noAnswer,
  // TLS, as Node names what it does not trust
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_HAS_EXPIRED: text('服务器证书已过期', 'the certificate of the server has expired'),
  ERR_TLS_CERT_ALTNAME_INVALID: text(
    '服务器证书不是发给这一主机名的',
    'the certificate of the server is for another name',
  ),
  // PostgreSQL, as its manual numbers them (appendix A)
  '28P01': text('用户名或密码不对', 'the user or the password is wrong'),
  '28000': text('服务器不接受这一用户', 'the server does not let this user in'),
  '3D000': text('没有这个数据库', 'there is no such database'),
  '42501': text(
    '用户没有权限建模式和表（GRANT CREATE ON DATABASE）',
    'the user may not make a schema and tables (GRANT CREATE ON DATABASE)',
  ),
  '53300': text('服务器的连接已满（见 max_connections）', 'the server has no connection left (see max_connections)'),
  '57P01': text('服务器正在关闭', 'the server is shutting down'),
  '57P02': text('服务器正在关闭', 'the server is shutting down'),
  '57P03': text('服务器正在启动', 'the server is starting up'),
};

/** The code Node gives an error of the system, its own or that of its cause. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return (error as { readonly code?: string }).code ?? systemCode(error.cause);
}

/** Whether the system refused something for a reason that is told in words here. */
export const isSystemProblem = (error: unknown): boolean => Object.hasOwn(problems, systemCode(error) ?? '');

/** Whether the engine could not make an array: too little memory is left, or a damaged file asks for an absurd length. */
const isAllocation = (error: unknown): boolean =>
  error instanceof RangeError &&
  /^(Invalid (typed )?array (buffer )?length|Array buffer allocation failed)/i.test(error.message);

/** What went wrong on reading or writing, in words; what is not known is told as the system says it. */
export function systemProblem(error: unknown): Localized {
  const known = problems[systemCode(error) ?? ''];
  if (known === undefined && isAllocation(error)) return noMemory;
  const detail = error instanceof Error ? error.message : String(error);
  return known ?? text(detail, detail);
}
