/** Settings of study hours: the requirement, and the local rules of conversion, dated, with their source (domain.md §6). */
const cap = (form: string) =>
  ({
    value: 0,
    unit: 'hours',
    validFrom: '2019-01-01',
    source: `学时折算由本地规定：${form}每年最多计入的学时，0为不设上限`,
    isLocal: true,
  }) as const;

export const educationSettingDefinitions = {
  'education.hours': {
    value: 32,
    unit: 'hours',
    validFrom: '2019-01-01',
    source: '教管条例第20条：党员每年集中学习培训时间一般不少于32学时',
    isLocal: false,
  },
  'education.leader-hours': {
    value: 56,
    unit: 'hours',
    validFrom: '2019-01-01',
    source: '2019—2023年全国党员教育培训工作规划：基层党组织书记和班子成员每年一般不少于56学时（后续规划未见，沿用）',
    isLocal: true,
  },
  'education.leader-trainings': {
    value: 1,
    unit: 'times',
    validFrom: '2019-01-01',
    source: '2019—2023年全国党员教育培训工作规划：基层党组织书记和班子成员每年至少参加1次集中培训（沿用）',
    isLocal: true,
  },
  'education.new-secretary-months': {
    value: 6,
    unit: 'months',
    validFrom: '2019-01-01',
    source: '2019—2023年全国党员教育培训工作规划：新任书记一般在半年内参加培训（沿用）',
    isLocal: true,
  },
  'education.intensive-day-hours': {
    value: 8,
    unit: 'hours',
    validFrom: '2019-01-01',
    source: '学时折算由本地规定：脱产培训每天8学时（常见做法）',
    isLocal: true,
  },
  'education.lesson-hours': {
    value: 2,
    unit: 'hours',
    validFrom: '2019-01-01',
    source: '学时折算由本地规定：党课没有写明学时的，每次计2学时（集中学习每小时1学时）',
    isLocal: true,
  },
  'education.theme-day-hours': {
    value: 2,
    unit: 'hours',
    validFrom: '2019-01-01',
    source: '学时折算由本地规定：主题党日每次计2学时（集中学习每小时1学时）',
    isLocal: true,
  },
  'education.cap-lesson': cap('党课'),
  'education.cap-theme-day': cap('主题党日'),
  'education.cap-online': cap('网络学习'),
  'education.cap-self-study': cap('自学'),
  'education.cap-practice': cap('实践和志愿服务'),
} as const;
