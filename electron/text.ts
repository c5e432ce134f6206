import type { Choice } from '../contract/shell.ts';

/** What the system's own dialogs say; everything inside the page is in renderer/text/. */
export const text = {
  applicationName: '支部台账',
  choose: {
    'open-archive': '选择档案文件夹（名称以 .zhibu 结尾）',
    'new-archive': '选择存放新档案的位置',
    'open-roster': '选择花名册文件',
    'open-workbook': '选择表格文件',
    'open-sealed': '选择加密文件',
    'export-folder': '选择导出到哪个文件夹',
    'save-file': '保存为',
  } satisfies Record<Choice['kind'], string>,
  roster: '花名册',
  workbook: '表格',
  sealed: '加密文件',
  attachable: '选择要附上的文件',
  unsaved: {
    message: '还有没保存的内容',
    detail: '现在关闭，填写了还没保存的内容不再保留；已保存的都在。',
    stay: '留在这里',
    leave: '不保存，关闭',
  },
  startFailed: '程序无法启动',
  startFailedDetail: '程序文件不完整，请重新安装。档案不受影响。',
};
