/** A file of the server's, fetched and put into the person's hands; it says what became of it. */
import { useOnce } from './form.tsx';
import { useSay } from './language.tsx';
import { tell } from './notice.tsx';
import { saveFile } from './save-file.ts';
import { say } from './words.ts';

/** `ended` hears of every end but a window for sharing that the person closed. */
export function useDownload(fetchFile: () => Promise<File>, ended: () => void = () => undefined) {
  const handOver = useHandOver();
  return useOnce(async () => {
    if ((await handOver(await fetchFile())) !== 'stopped') ended();
  });
}

/** For a file that is there already; gives how it ended. */
export function useHandOver(): (file: File) => ReturnType<typeof saveFile> {
  const t = useSay(say);
  return async (file) => {
    const end = await saveFile(file);
    if (end === 'saved') tell(t('file.saved', { name: file.name }));
    if (end === 'not-possible') tell(t('file.not'), { intent: 'warning' });
    return end;
  };
}
