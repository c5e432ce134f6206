import type { RestrictedSubject } from '../../contract/permission.ts';
import { subjectNames } from '../text/people.ts';
import { text } from '../text/zh-CN.ts';
import './concealed-note.css';

/** Says that something is left out of a list, and what; nothing where all is there. */
export function ConcealedNote({ subjects }: { subjects: readonly RestrictedSubject[] | undefined }) {
  if (subjects === undefined || subjects.length === 0) return null;
  const names = subjects.map((subject) => subjectNames[subject]).join('、');
  return <p className="concealed-note note">{text.people.concealed(names)}</p>;
}
