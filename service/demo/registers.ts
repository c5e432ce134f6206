import type { OperationName, Wire } from '../../contract/operations.ts';
import { addDays } from '../../rules/dates.ts';
import { words } from './words.ts';

interface Person {
  id: string;
  name: string;
}

/** One save of a register, to be made through the ordinary operation. */
export type RegisterSave = {
  [Name in OperationName]: Name extends `${string}.save` ? { name: Name; input: Wire<Name> } : never;
}[OperationName];

/** A year of supervision and care of an invented branch. `people` begins with the secretary and the committee. */
export function registerSaves(
  year: number,
  today: string,
  branchId: string,
  people: readonly Person[],
): RegisterSave[] {
  const [secretary, organisation, third, discipline] = people;
  const helped = people[7];
  if (!secretary || !organisation || !third || !discipline || !helped) return [];
  const shared = { revision: 0, branchId };
  const saves: RegisterSave[] = [];
  const on = (monthDay: string) => `${year}-${monthDay}`;
  const add = (day: string, ...more: RegisterSave[]) => {
    if (day <= today) saves.push(...more);
  };

  people.slice(1).forEach((person, index) => {
    const heldOn = addDays(on('03-01'), index * 9);
    const draft = { ...shared, id: `talk-${year}-${index}`, heldOn, talkerIds: [secretary.id], subjectId: person.id };
    const content = `交流思想和工作情况。${words.madeUp}`;
    add(heldOn, { name: 'talk.save', input: { draft: { ...draft, place: words.venue, content, followUp: '已反馈' } } });
  });
  add(on('10-28'), {
    name: 'rectification.save',
    input: {
      draft: {
        ...shared,
        id: `rectification-${year}`,
        year,
        foundOn: on('10-22'),
        problem: '主题党日形式不够丰富',
        source: '组织生活会',
        measure: '每季度安排一次实践活动',
        responsibleId: secretary.id,
        responsibleName: secretary.name,
        dueOn: on('12-31'),
        ...(on('12-20') <= today ? { doneOn: on('12-20'), progress: '已按季度安排', closedBy: '支部委员会' } : {}),
      },
    },
  });
  add(on('06-18'), {
    name: 'warningEducation.save',
    input: {
      draft: {
        ...shared,
        id: `warning-${year}`,
        heldOn: on('06-18'),
        topic: '学习违纪违法典型案例',
        hostName: discipline.name,
        participants: people.length - 1,
        content: `观看警示教育片并讨论。${words.madeUp}`,
        cases: '通报的典型案例',
      },
    },
  });
  add(on('02-05'), {
    name: 'hardship.save',
    input: {
      draft: {
        ...shared,
        id: `hardship-${year}`,
        memberId: helped.id,
        category: 'illness',
        since: on('01-10'),
        until: on('12-31'),
        situation: `长期患病。${words.madeUp}`,
        helperName: organisation.name,
        measures: '每月走访一次，协助就医',
        visits: [
          {
            id: 'visit-1',
            on: on('02-03'),
            form: '上门慰问',
            amount: 50_000,
            goods: '米面油',
            fundSource: '上级党费',
            receivedBy: helped.name,
          },
        ],
      },
    },
  });
  add(on('07-01'), {
    name: 'honour.save',
    input: {
      draft: {
        ...shared,
        id: `honour-${year}`,
        memberId: third.id,
        grantedOn: on('07-01'),
        title: '优秀共产党员',
        level: 'township',
        authority: words.superior,
        documentNumber: `临街委〔${year}〕18号`,
      },
    },
  });
  people.slice(0, 6).forEach((person, index) => {
    add(on('04-12'), {
      name: 'service.save',
      input: {
        draft: {
          ...shared,
          id: `service-${year}-${index}`,
          memberId: person.id,
          kind: index < 2 ? 'pledge' : 'volunteer',
          on: on('04-12'),
          content: index < 2 ? '联系服务两户群众' : '社区环境整治',
          place: '临江社区',
          hours: index < 2 ? null : 2.5,
          effect: '完成',
          evaluation: '好',
        },
      },
    });
  });
  add(on('03-10'), {
    name: 'secretaryProject.save',
    input: {
      draft: {
        ...shared,
        id: `project-${year}`,
        name: '楼门党员服务站',
        leaderName: secretary.name,
        startedOn: on('03-10'),
        goal: `每个楼门有一名党员联系群众。${words.madeUp}`,
        milestones: [
          { id: 'milestone-1', text: '确定联系人', dueOn: on('04-30'), doneOn: on('04-25'), evidence: '联系人名单' },
          { id: 'milestone-2', text: '建立服务台账', dueOn: on('12-20'), doneOn: null, evidence: '' },
        ],
      },
    },
  });
  return saves;
}

/** What is so over years: who is away, who was lost and found nowhere, an old warning, a transfer under way. */
export function standingSaves(
  from: string,
  today: string,
  branchId: string,
  people: readonly Person[],
): RegisterSave[] {
  const [secretary, , , , , away, , , lost, warned, moving] = people;
  if (!secretary || !away || !lost || !warned || !moving) return [];
  const shared = { revision: 0, branchId };
  return [
    {
      name: 'mobileMember.save',
      input: {
        draft: {
          ...shared,
          id: 'mobile-1',
          memberId: away.id,
          name: away.name,
          leftOn: addDays(today, -270),
          place: '广东深圳',
          cause: '外出务工',
          cardNumber: '流动〔2026〕3号',
          otherOrganisation: '深圳市某街道流动党员党支部',
          contactName: secretary.name,
          participation: '参加流入地主题党日',
          contacts: [
            { id: 'contact-1', on: addDays(today, -40), by: secretary.name, method: '电话', content: '了解近况' },
          ],
        },
      },
    },
    {
      name: 'lostContact.save',
      input: {
        draft: {
          ...shared,
          id: 'lost-1',
          memberId: lost.id,
          lostOn: addDays(today, -120),
          circumstance: '1',
          search: `电话、家属和原单位查找。${words.madeUp}`,
        },
      },
    },
    {
      name: 'discipline.save',
      input: {
        draft: {
          ...shared,
          id: 'discipline-1',
          memberId: warned.id,
          kind: 'warning',
          cause: `违反工作纪律。${words.madeUp}`,
          authority: words.superior,
          documentNumber: '临街纪〔2025〕2号',
          decidedOn: addDays(today, -400) < from ? from : addDays(today, -400),
        },
      },
    },
    {
      name: 'transfer.save',
      input: {
        draft: {
          ...shared,
          id: 'transfer-1',
          memberId: moving.id,
          direction: 'out',
          otherOrganisation: '中共滨河社区支部委员会',
          startedOn: addDays(today, -12),
          letterNumber: '第0031号',
          issuedOn: addDays(today, -10),
          duesPaidThrough: today.slice(0, 7),
          state: 'issued',
          handlerName: secretary.name,
        },
      },
    },
  ];
}
