import type { MemberCategory, StatusKind } from '../../contract/member.ts';
import { text } from '../text/zh-CN.ts';

/** 正式, 预备 (dashed, so that a print without colours tells them apart), 申请人, 已离开. */
export function CategoryTag({ category, isLong = false }: { category: MemberCategory; isLong?: boolean }) {
  const { chips, longCategories } = text.member;
  return <span className={`tag tag-${category}`}>{isLong ? longCategories[category] : chips[category]}</span>;
}

/** A status that holds on the day. */
export function StatusTag({ status }: { status: StatusKind }) {
  return <span className="tag tag-status">{text.member.chips[status]}</span>;
}
