import { z } from 'zod';
import { defineRecord } from './record.ts';
import { registerOperations } from './register.ts';
import { Fen, IsoDate, Label, Line, PartialDate, Prose, RecordId } from './values.ts';

/** 流动党员, out and in, with the log of contacts (教管条例 Arts 32–34). */
export const mobileMember = defineRecord(
  {
    branchId: RecordId,
    direction: z.enum(['out', 'in']),
    /** The member who is away; null for somebody of another branch who is here. */
    memberId: RecordId.nullable(),
    name: Label.max(60),
    /** Of somebody of another branch who is here; of a member, the own record says it. GB/T 2261.1 */
    sex: z.enum(['0', '1', '2', '9']),
    bornOn: PartialDate.nullable(),
    joinedOn: PartialDate.nullable(),
    leftOn: PartialDate,
    place: Line,
    cause: Line,
    isAbroad: z.boolean(),
    cardNumber: Line,
    /** 流入地（或流出地）党组织 */
    otherOrganisation: Line,
    contactName: Line,
    contactPhone: Line.max(30),
    participation: Prose,
    returnedOn: IsoDate.nullable(),
    contacts: z.array(z.strictObject({ id: RecordId, on: IsoDate, by: Line, method: Line, content: Line })).max(200),
    note: Prose,
  },
  {
    direction: 'out',
    memberId: null,
    sex: '9',
    bornOn: null,
    joinedOn: null,
    place: '',
    cause: '',
    isAbroad: false,
    cardNumber: '',
    otherOrganisation: '',
    contactName: '',
    contactPhone: '',
    participation: '',
    returnedOn: null,
    contacts: [],
    note: '',
  },
);
export type MobileMember = z.infer<typeof mobileMember.record>;

/** 困难党员帮扶, with visits (domain.md §8.7). Details are sensitive. */
export const HardshipCategory = z.enum([
  'illness', // 因病
  'disaster', // 因灾
  'disability', // 因残
  'no-income', // 无收入
  'lost-only-child', // 失独
  'veteran', // 老党员
  'other',
]);
export const hardship = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    category: HardshipCategory,
    since: IsoDate,
    until: IsoDate.nullable(),
    situation: Prose,
    helperName: Line,
    measures: Prose,
    visits: z
      .array(
        z.strictObject({
          id: RecordId,
          on: IsoDate,
          form: Line,
          amount: Fen.nullable(),
          goods: Line,
          fundSource: Line,
          receivedBy: Line,
        }),
      )
      .max(200),
  },
  { until: null, situation: '', helperName: '', measures: '', visits: [] },
);
export type Hardship = z.infer<typeof hardship.record>;

/** 荣誉表彰, of a person or of the branch */
export const honour = defineRecord(
  {
    branchId: RecordId,
    /** null: the branch itself */
    memberId: RecordId.nullable(),
    grantedOn: IsoDate,
    title: Label,
    level: z.enum(['national', 'provincial', 'municipal', 'county', 'township', 'unit']),
    authority: Line,
    documentNumber: Line,
    note: Prose,
  },
  { memberId: null, level: 'unit', authority: '', documentNumber: '', note: '' },
);
export type Honour = z.infer<typeof honour.record>;

/** 承诺践诺, 志愿服务, 设岗定责 (教管条例 Art 22) */
export const service = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    kind: z.enum(['pledge', 'volunteer', 'post-of-duty']),
    on: IsoDate,
    content: Label,
    place: Line,
    hours: z.number().min(0).max(1000).nullable(),
    effect: Prose,
    evaluation: Line,
  },
  { kind: 'volunteer', place: '', hours: null, effect: '', evaluation: '' },
);
export type Service = z.infer<typeof service.record>;

/** 书记项目 */
export const secretaryProject = defineRecord(
  {
    branchId: RecordId,
    name: Label,
    leaderName: Line,
    startedOn: IsoDate,
    goal: Prose,
    milestones: z
      .array(
        z.strictObject({
          id: RecordId,
          text: Line,
          dueOn: IsoDate.nullable(),
          doneOn: IsoDate.nullable(),
          evidence: Line,
        }),
      )
      .max(60),
    result: Prose,
    endedOn: IsoDate.nullable(),
    evaluation: Line,
  },
  { leaderName: '', goal: '', milestones: [], result: '', endedOn: null, evaluation: '' },
);
export type SecretaryProject = z.infer<typeof secretaryProject.record>;

export const careOperations = {
  ...registerOperations('mobileMember', mobileMember),
  ...registerOperations('hardship', hardship),
  ...registerOperations('honour', honour),
  ...registerOperations('service', service),
  ...registerOperations('secretaryProject', secretaryProject),
};
