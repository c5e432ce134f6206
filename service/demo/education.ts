import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import type { ArchiveContext } from '../context.ts';
import type { Random } from './random.ts';
import { words } from './words.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** More people than this study nothing in the practice archive: it is for measuring. */
const mostStudents = 300;

/**
 * Trainings of every year: a week-end course for the committee, two days for everybody, a month of on-line study and
 * notes of self-study. A few people missed the course.
 */
export function fillEducation(
  context: ArchiveContext,
  call: CallRecord,
  random: Random,
  plan: {
    branchId: string;
    members: readonly { id: string; joinedOn?: string | null }[];
    firstYear: number;
    today: string;
  },
): void {
  const { branchId, today } = plan;
  const students = plan.members.slice(0, mostStudents);
  const leaders = students.slice(0, 4);
  for (let year = plan.firstYear; year <= Number(today.slice(0, 4)); year++) {
    const save = (
      id: string,
      people: typeof students,
      training: Omit<Wire<'training.save'>['draft'], 'id' | 'revision' | 'branchId' | 'year' | 'participants'>,
    ) => {
      const { startedOn = '', endedOn = '' } = training;
      if (endedOn > today) return;
      const participants = people
        .filter(({ joinedOn }) => (joinedOn ?? '9') <= startedOn)
        .map(({ id: memberId }, index) => ({
          memberId,
          hours: null,
          passed: true,
          score: training.form === 'intensive' ? random.int(75, 98) : null,
          certificateNumber:
            training.form === 'intensive' ? `${year}-${id.length}-${String(index + 1).padStart(3, '0')}` : '',
        }));
      call(context, 'training.save', {
        draft: { id: `training-${year}-${id}`, revision: 0, branchId, year, participants, ...training },
      });
    };
    save('committee', leaders, {
      title: '党支部书记和委员培训班',
      organiser: words.superior,
      level: 'township',
      startedOn: `${year}-05-12`,
      endedOn: `${year}-05-15`,
      form: 'intensive',
      contents: ['political-theory', 'skills'],
      evidence: `结业证书存支部档案柜。${words.madeUp}`,
    });
    save(
      'members',
      students.filter((_, index) => index % 9 !== 8),
      {
        title: '党员集中轮训',
        organiser: words.branchShort,
        level: 'branch',
        startedOn: `${year}-09-18`,
        endedOn: `${year}-09-18`,
        form: 'intensive',
        contents: ['party-rules', 'purpose'],
        evidence: '签到表和讲义存支部档案柜。',
      },
    );
    save('online', students, {
      title: '网络学习专栏',
      organiser: words.superior,
      level: 'township',
      startedOn: `${year}-03-01`,
      endedOn: `${year}-03-31`,
      form: 'online',
      contents: ['current-affairs'],
      hours: 4,
    });
    save('notes', students.slice(0, 12), {
      title: '自学党章并交心得',
      organiser: words.branchShort,
      startedOn: `${year}-06-01`,
      endedOn: `${year}-06-30`,
      form: 'self-study',
      contents: ['party-rules'],
      hours: 3,
    });
  }
}
