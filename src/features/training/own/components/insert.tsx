/** A picture or a video into the text: what each needs is asked before its line is written. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { say } from '../words.ts';

const AddPicture = lazy(() => import('./add-picture.tsx'));
const AddVideo = lazy(() => import('./add-video.tsx'));

export interface InsertProps {
  readonly ownId: string;
  onInsert(this: void, line: string): void;
}

export default function Insert({ ownId, onInsert }: InsertProps): ReactNode {
  const t = useSay(say);
  const [open, setOpen] = useState<'picture' | 'video'>();
  const close = (): void => setOpen(undefined);
  const insert = (line: string): void => {
    onInsert(line);
    close();
  };
  return (
    <>
      <Button onClick={() => setOpen('picture')}>{t('insert.picture')}</Button>
      <Button onClick={() => setOpen('video')}>{t('insert.video')}</Button>
      <Suspense fallback={null}>
        {open === 'picture' && <AddPicture ownId={ownId} onInsert={insert} onClose={close} />}
        {open === 'video' && <AddVideo onInsert={insert} onClose={close} />}
      </Suspense>
    </>
  );
}
