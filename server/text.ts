/** Every sentence the receiver's operator sees. */
export const text = {
  usage: `用法：npm run server -- [命令] [选项]

  （无命令）              接收快照
  add-branch 名称         登记一个支部，显示其上传令牌（只显示一次）
                          --signer 公钥：按纸上的签名公钥登记，不等首次上报
  list-branches           列出支部、签名指纹和最近一次上报
  renew-token 名称        换发令牌，旧令牌作废
  forget-enrolment 名称   支部换了档案或签名密钥后重新登记；已收文件不动
  journal                 最近的访问记录

选项
  --data 目录             数据目录，默认 out/server
  --host 地址             默认 127.0.0.1（只限本机）
  --port 端口             默认 8787
  --tls-cert 文件 --tls-key 文件   HTTPS 证书和私钥（PEM）
  --insecure              在非本机地址上用不加密的 HTTP（令牌会被旁人看到，仅限隔离的测试网）
  --max-megabytes 数      单个快照上限，默认 64
  --quota-megabytes 数    每个支部合计上限，默认 4096`,
  listening: (url: string) => `正在接收：${url}`,
  ciphertextOnly: '本机只存密文，没有能打开快照的密钥。按 Ctrl+C 停止。',
  receiptKey: (key: string) => `回执公钥：${key}`,
  noBranches: '还没有登记支部。先运行：npm run server -- add-branch 支部名称',
  token: (name: string, token: string) => `已登记“${name}”。上传令牌（只显示这一次，请妥善转交）：\n${token}`,
  renewed: (name: string, token: string) => `“${name}”的新令牌（只显示这一次，旧令牌已作废）：\n${token}`,
  forgotten: (name: string) => `“${name}”下次上报时重新登记。`,
  branchExists: (name: string) => `已有名为“${name}”的支部。`,
  noSuchBranch: (name: string) => `没有名为“${name}”的支部。`,
  badSigner: '签名公钥不对：应是 minisign 公钥（RW 开头，56 个字符）。',
  branchLine: (name: string, signer: string, last: string) => `${name}\t签名指纹 ${signer}\t最近上报 ${last}`,
  notYet: '无',
  lastReceived: (sequence: number, at: string) => `第 ${sequence} 份，${at}`,
  needsTls: (host: string) =>
    `地址 ${host} 不是本机地址，必须用 HTTPS：请给出 --tls-cert 和 --tls-key。确要在隔离的测试网上不加密，请加 --insecure。`,
  insecure: '警告：正在非本机地址上使用不加密的 HTTP，令牌可能被旁人看到。',
  badNumber: (option: string) => `选项 ${option} 应是正整数。`,
  tlsPair: '--tls-cert 和 --tls-key 要一起给出。',
} as const;
