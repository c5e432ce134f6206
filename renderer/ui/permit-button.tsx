import { Button, type ButtonProps } from 'antd';
import type { Right } from '../../contract/permission.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { rightNames } from '../text/people.ts';
import { text } from '../text/zh-CN.ts';

/** A button that the person's role may forbid: it is then grey and says why. The engine decides all the same. */
export function PermitButton({ right, ...props }: ButtonProps & { right: Right }) {
  const { rights } = useWorkspace();
  if (rights.includes(right)) return <Button {...props} />;
  const why = text.people.notPermitted(rightNames[right]);
  return <Button {...props} disabled title={why} aria-description={why} />;
}
