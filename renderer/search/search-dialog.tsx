import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
export function SearchDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={text.frame.search} onClose={onClose}>
      {null}
    </Dialog>
  );
}
