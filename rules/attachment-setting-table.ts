/** Limits and the check of attachments (issue: attachments on any record; domain.md §11 S3c). */
export const attachmentSettingDefinitions = {
  'attachment.file-limit': {
    value: 20,
    unit: 'megabytes',
    validFrom: '2020-01-01',
    source: '本程序的默认值：档案每次备份都带着附件，单个文件过大时备份变慢',
    isLocal: true,
  },
  'attachment.photo-edge': {
    value: 2560,
    unit: 'dots',
    validFrom: '2020-01-01',
    source:
      '本程序的默认值：长边 2560 点的照片可以放大到整张 A4 纸看清；只管类别为“照片”的，签到表和扫描件不缩；0 为不缩',
    isLocal: true,
  },
  'attachment.check': {
    value: 'tell',
    unit: '',
    choices: ['tell', 'silent'],
    validFrom: '2020-01-01',
    source: '惯例：会议记录附签到表，主持人、记录人签字；只作提示，可以关闭',
    isLocal: true,
  },
} as const;
