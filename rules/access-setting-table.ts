/**
 * Which roles read the restricted subjects; the secretary reads all. No regulation lays down roles on one computer:
 * talks are confidential to those who hold and keep them, discipline is the discipline commissioner's, hardship is
 * known to those who arrange the help.
 */
const access = (value: boolean, why: string) =>
  ({
    value,
    unit: '',
    validFrom: '2018-01-01',
    source: `惯例：${why}；由书记按本支部分工调整`,
    isLocal: true,
  }) as const;

const talk = '谈话内容只由谈话和保管记录的人查看';
const discipline = '处分和组织处置由书记、纪检委员掌握';
const hardship = '困难情况只由负责帮扶的人查看';

export const accessSettingDefinitions = {
  'access.talk.organisation-commissioner': access(true, talk),
  'access.talk.discipline-commissioner': access(true, talk),
  'access.talk.data-entry': access(false, talk),
  'access.talk.inspector': access(false, talk),
  'access.discipline.organisation-commissioner': access(false, discipline),
  'access.discipline.discipline-commissioner': access(true, discipline),
  'access.discipline.data-entry': access(false, discipline),
  'access.discipline.inspector': access(false, discipline),
  'access.hardship.organisation-commissioner': access(true, hardship),
  'access.hardship.discipline-commissioner': access(false, hardship),
  'access.hardship.data-entry': access(false, hardship),
  'access.hardship.inspector': access(false, hardship),
} as const;
