import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import type { ArchiveContext } from '../context.ts';
import { words } from './words.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** More people than this study nothing in the practice archive: it is for measuring. */
const mostStudents = 300;

/** A small library, and of every year a course: most have finished it, some are on the way, some have not begun. */
export function fillCourses(
  context: ArchiveContext,
  call: CallRecord,
  plan: {
    branchId: string;
    members: readonly { id: string; joinedOn?: string | null }[];
    firstYear: number;
    today: string;
  },
): void {
  const { branchId, firstYear, today } = plan;
  const shared = { revision: 0, branchId, recordedOn: `${firstYear}-01-08` };
  const resources: Wire<'resource.save'>['draft'][] = [
    {
      ...shared,
      id: 'resource-1',
      title: '中国共产党章程',
      kind: 'file',
      location: '支部活动室书柜，电子版见附件',
      contents: ['party-rules'],
      source: '人民出版社',
      year: 2022,
    },
    {
      ...shared,
      id: 'resource-2',
      title: '共产党员网学习专栏',
      kind: 'link',
      link: 'https://www.12371.cn/',
      contents: ['political-theory', 'current-affairs'],
      source: '共产党员网',
    },
    {
      ...shared,
      id: 'resource-3',
      title: '支部工作方法交流材料',
      kind: 'text',
      body: `怎样开好组织生活会、怎样走访困难党员。${words.madeUp}`,
      contents: ['skills'],
      source: words.superior,
      year: firstYear,
    },
  ];
  for (const draft of resources) call(context, 'resource.save', { draft });

  const students = plan.members.slice(0, mostStudents);
  for (let year = firstYear; year <= Number(today.slice(0, 4)); year++) {
    const assignedOn = `${year}-02-10`;
    if (assignedOn > today) continue;
    const courseId = `course-${year}`;
    const lesson = (id: string, title: string, resourceId: string, minutes: number) => ({
      id,
      title,
      resourceId,
      text: '',
      minutes,
    });
    call(context, 'course.save', {
      draft: {
        id: courseId,
        revision: 0,
        branchId,
        year,
        title: '党章党规网络课程',
        description: '三课学完，交一份学习记录。',
        contents: ['party-rules', 'political-theory'],
        lessons: [
          lesson('lesson-1', '学习党章总纲', 'resource-1', 60),
          lesson('lesson-2', '学习专栏文章', 'resource-2', 60),
          lesson('lesson-3', '支部工作方法', 'resource-3', 30),
        ],
        assignedOn,
        dueOn: `${year}-11-30`,
      },
    });
    const were = students.filter(({ joinedOn }) => (joinedOn ?? '9') <= assignedOn).map(({ id }) => id);
    const study = (memberIds: string[], lessonIds: string[], state: 'studying' | 'done', on: string) => {
      if (memberIds.length === 0 || on > today) return;
      call(context, 'course.record', { courseId, lessonIds, memberIds, state, on, evidence: '学习记录截图' });
    };
    const finished = were.filter((_, index) => index % 5 < 3);
    const onTheWay = were.filter((_, index) => index % 5 === 3);
    study(finished, ['lesson-1'], 'done', `${year}-03-12`);
    study(finished, ['lesson-2', 'lesson-3'], 'done', `${year}-04-16`);
    study(onTheWay, ['lesson-1'], 'done', `${year}-03-20`);
    study(onTheWay, ['lesson-2'], 'studying', `${year}-05-06`);
  }
}
