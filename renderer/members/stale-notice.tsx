import { Button } from 'antd';
import type { MemberView } from '../../contract/member.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { changedFields, formOf, type MemberForm } from './member-form.ts';
import { memberValue } from './words.ts';

const words = text.member.stale;

/** The record was changed since it was opened: what differs now, and whether to go on with what was typed here. */
export function StaleNotice({
  id,
  base,
  form,
  onKeep,
  onDiscard,
}: {
  id: string;
  base: MemberForm;
  form: MemberForm;
  onKeep(theirs: MemberView): void;
  onDiscard(theirs: MemberView): void;
}) {
  const { asOf, branches } = useWorkspace();
  const theirs = useOperation('member.get', { id, asOf }, { records: ['member'] }).value;
  const showValue = memberValue({ branches, groups: [] });
  const differing = theirs === undefined ? [] : changedFields(base, formOf(theirs));
  const mine = new Set(changedFields(base, form));
  return (
    <div className="failure-panel" role="alert" data-failure="stale-record">
      <SeverityMark severity="overdue" isShapeOnly label={words.title} />
      <div className="failure-sentences">
        <p className="failure-happened">{words.body}</p>
        <ul>
          {differing.map((field) => (
            <li key={field} className={mine.has(field) ? 'stale-both' : ''}>
              {words.theirs(text.member.fields[field], showValue(field, theirs?.[field]))}
            </li>
          ))}
        </ul>
        {theirs !== undefined && (
          <div className="failure-actions">
            <Button size="small" onClick={() => onDiscard(theirs)}>
              {words.discard}
            </Button>
            <Button size="small" onClick={() => onKeep(theirs)}>
              {words.keep}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
