import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { PageHeader } from '../ui/page-header.tsx';
export function HomeScreen() {
  const { asOf } = useWorkspace();
  return <PageHeader title={text.navigation.home} summary={asOf} />;
}
