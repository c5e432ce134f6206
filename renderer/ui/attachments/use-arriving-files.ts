import { useEffect, useRef, useState } from 'react';
import { newId } from '../../data/new-id.ts';
import { text } from '../../text/zh-CN.ts';
import { shortLocalTime } from '../local-time.ts';
import type { PendingFile } from './pending.ts';

/**
 * Files that are dropped on the window or pasted into it while this is mounted and `isActive`. Text that is pasted
 * into a field stays the field's.
 *
 * @returns whether files are held over the window
 */
export function useArrivingFiles(isActive: boolean, onFiles: (files: PendingFile[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const told = useRef(onFiles);
  told.current = onFiles;
  useEffect(() => {
    if (!isActive) return;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const take = (files: readonly File[]) => {
      if (files.length > 0) told.current(files.map(pendingOf));
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      // A cell copied from a table brings a picture of itself along; its text is what was meant.
      if (data === null || data.types.includes('text/plain') || data.files.length === 0) return;
      event.preventDefault();
      take([...data.files]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      setIsOver(false);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [isActive]);
  return isOver;
}

function pendingOf(file: File, index: number): PendingFile {
  // A screenshot has no name but the one the browser makes up.
  const isPasted = file.name === '' || file.name === 'image.png';
  const name = isPasted ? text.attachments.pending.pasted(shortLocalTime(new Date()), index + 1) : file.name;
  return { key: newId(), name: name.replaceAll(':', '.'), source: { kind: 'file', file } };
}
