import { text } from '../text/zh-CN.ts';
import { PageHeader } from '../ui/page-header.tsx';
export function SettingsScreen() {
  return <PageHeader title={text.navigation.settings} />;
}
