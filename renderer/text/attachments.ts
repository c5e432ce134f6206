import type { AttachmentSlot } from '../../contract/attachment.ts';
import { sizeText } from './attachment-failures.ts';

export const slotNames: Readonly<Record<AttachmentSlot, string>> = {
  'sign-in': '签到表',
  photo: '照片',
  notice: '通知',
  courseware: '课件',
  scan: '扫描件',
  other: '其他',
};

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PPT',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPT',
};

/** Attachments of a record: scans, photos, documents. */
export const attachmentText = {
  title: '附件',
  button: (count: number) => (count === 0 ? '附件' : `附件 ${count}`),
  scan: (count: number) => (count === 0 ? '附扫描件' : `扫描件已附 ${count} 份`),
  ofRecord: (name: string) => `附件：${name}`,
  empty: '还没有附件。把文件拖到这里，或者复制图片后在这里粘贴，都可以。',
  hint: (limit: number) => `拖进来、粘贴、选文件都可以；单个文件不超过 ${sizeText(limit)}`,
  choose: '选文件',
  choosePages: '多页合成一个附件',
  dropHere: '松开鼠标，附到这里',
  type: (mediaType: string) => (mediaType.startsWith('image/') ? '图片' : (typeNames[mediaType] ?? '文件')),
  size: (pages: number | null, bytes: number) =>
    pages === null || pages === 1 ? sizeText(bytes) : `${pages} 页，${sizeText(bytes)}`,
  takenOn: (day: string) => `拍摄 ${day}`,
  sameDay: (label: string) => `与${label}一致`,
  meetingDay: '会议日期',
  otherDay: (label: string, day: string) => `与${label} ${day} 不是同一天`,
  location: (place: string) => `原件：${place}`,
  open: (name: string) => `查看 ${name}`,
  pending: {
    title: (files: number) => `要附上的文件 ${files} 个`,
    asPages: '合成一个附件，按下面的先后为页次',
    shrink: (edge: number) => `照片缩到长边 ${edge} 点再存，拍摄日期照样留着`,
    shrunk: (name: string, before: number, after: number) =>
      `“${name}”原来 ${sizeText(before)}，缩小后存了 ${sizeText(after)}。`,
    slot: '类别',
    earlier: (name: string) => `${name} 往前移`,
    later: (name: string) => `${name} 往后移`,
    leaveOut: (name: string) => `不附 ${name}`,
    add: (files: number, asPages: boolean) => (asPages ? `附上，共 ${files} 页` : `附上 ${files} 个文件`),
    drop: '不附了',
    progress: (done: number, total: number, name: string) => `正在附第 ${done} 个，共 ${total} 个：${name}`,
    pasted: (at: string, count: number) => `粘贴的图片 ${at}${count > 1 ? ` ${count}` : ''}.png`,
  },
  view: {
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
    previous: '上一页',
    next: '下一页',
    notShown: (type: string) => `${type} 文件在这里不显示内容，另存后用其他程序打开。`,
    reading: '正在取出',
    slot: '类别',
    name: '名称',
    namePlaceholder: (file: string) => file,
    takenOn: '拍摄日期',
    takenOnHint: (day: string | null) => (day === null ? '照片里没有日期，可以填写' : `照片里写的是 ${day}`),
    location: '原件存放处',
    added: (by: string, at: string) => `${by} ${at} 附上`,
    save: '保存',
    saveCopy: '另存这一份',
    saveAll: '全部另存到文件夹',
    saved: (names: string) => `已另存：${names}。这次取出已记入修改历史。`,
    remove: '去掉这个附件',
    removeTitle: '去掉附件',
    removeBody: '没有别的记录用到的内容会从档案里删去，不能撤销；以前的备份里还有。',
    removeReason: '原因',
    keep: '不去掉',
  },
} as const;
