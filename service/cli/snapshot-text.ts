import type { SnapshotReason } from '../../contract/failure.ts';
import type { Output } from '../../contract/operations.ts';

/** What the terminal says about snapshots. */
export const snapshotText = {
  summaries: {
    seal: '封装一份上报快照：只有上级和本支部能打开，带签名；--to 第一次必须给出，以后沿用',
    open: '核验并打开一份快照，写成 JSON 行文件',
    inspect: '不用密钥，查看快照是谁、何时、封装了多少条',
    push: '把快照上传到上级的接收端，取回回执；中断后再运行即接着传',
    keys: '显示本支部的签名公钥和指纹，供上级在纸上登记',
  },
  sealed: (file: string, sealed: Output<'snapshot.seal'>) =>
    [`已封装第 ${sealed.sequence} 份：${file}（${sealed.bytes} 字节）`, ...tables(sealed), signature(sealed)].join(
      '\n',
    ),
  opened: (folder: string, opened: Output<'snapshot.open'>) =>
    [
      `已核验并打开：${folder}`,
      ...describe(opened),
      opened.isKnownSigner
        ? '签名与登记的公钥一致。'
        : '第一次收到这个支部的快照，已记住它的公钥。请与支部的纸面指纹核对。',
    ].join('\n'),
  described: (found: Output<'snapshot.inspect'>) => describe(found).join('\n'),
  pushed: ({ receipt, resumed }: Output<'snapshot.push'>) =>
    [
      `已送达第 ${receipt.sequence} 份（${receipt.bytes} 字节）${resumed ? '，接着上次中断处传完' : ''}`,
      `回执号 ${receipt.number}，接收时间 ${receipt.receivedAt}`,
    ].join('\n'),
  keys: (keys: Output<'snapshot.identity'>) =>
    [`签名公钥 ${keys.signer}`, `指纹 ${keys.fingerprint}`, `本支部的加密公钥 ${keys.recipient}`].join('\n'),
};

/** Why a snapshot was refused, and what to do. */
export const snapshotReasonText: Record<SnapshotReason, string> = {
  'bad-signature': '签名不对，内容可能被改动',
  'unknown-signer': '签名公钥与登记的不一致',
  'not-for-you': '不是封装给这把密钥的',
  tampered: '内容与清单不符，可能损坏或被改动',
  truncated: '文件不完整',
  'wrong-branch': '是另一个支部的快照',
  replayed: '是已经收到过的旧快照',
  'chain-broken': '与上一份快照接不上',
  'receiver-behind': '接收端缺少已经给过回执的快照，没有继续上传，请联系上级',
  'too-new': '由更新的版本制作，请先升级程序',
  'bad-recipient': '接收方公钥不对，或没有给出（--to age1…）',
  'bad-identity': '密钥文件里没有可用的 age 私钥',
  'bad-token': '上传令牌不对或已作废',
  'too-large': '超过接收端允许的大小',
};

function describe(found: Output<'snapshot.inspect'>): string[] {
  return [
    `${found.branchName}　第 ${found.sequence} 份　截至 ${found.asOf}　制作于 ${found.madeAt}`,
    ...tables(found),
    signature(found),
  ];
}

function tables(found: Output<'snapshot.inspect'>): string[] {
  return found.tables.map((table) => `  ${table.name}\t${table.rows} 条`);
}

function signature(found: Output<'snapshot.inspect'>): string {
  return `签名指纹 ${found.fingerprint}`;
}
