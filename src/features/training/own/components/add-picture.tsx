/** A picture for the text: chosen, made smaller here, sent, and named in the text with what it says to those who do not see it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { mostPictures } from '../model.ts';
import { addPicture } from '../client.ts';
import { takenTypes } from '../pictures/model.ts';
import { say } from '../words.ts';
import { shrink } from './shrink.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  input: { minHeight: '44px', maxWidth: '100%' },
});

type Wrong =
  'picture.none' | 'picture.alternative.none' | 'picture.wrong.kind' | 'picture.wrong.file' | 'picture.wrong.broken';

export interface AddPictureProps {
  readonly ownId: string;
  onInsert(this: void, line: string): void;
  onClose(this: void): void;
}

export default function AddPicture({ ownId, onInsert, onClose }: AddPictureProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<Wrong>();
  const add = useOnce(async () => {
    setWrong(undefined);
    // In brackets it would end the alternative.
    const alternative = words.replace(/[[\]\n]/g, ' ').trim();
    if (!file) return setWrong('picture.none');
    if (alternative === '') return setWrong('picture.alternative.none');
    const { data, problem } = await shrink(file);
    if (data === undefined) return setWrong(`picture.wrong.${problem}`);
    const { pictureId } = await addPicture(ownId, data);
    await queries.invalidateQueries({ queryKey: ['own-course', ownId] });
    return onInsert(`![${alternative}](picture:${pictureId})`);
  });
  return (
    <Dialog
      title={t('insert.picture')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button appearance="primary" disabledFocusable={add.busy} onClick={() => void add.start()}>
            {t('picture.add')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{t('picture.limits', { most: mostPictures })}</p>
        <div>
          <label htmlFor={id} className={styles.label}>
            {t('picture.file')}
          </label>
          <input
            id={id}
            type="file"
            accept={takenTypes.join(',')}
            className={styles.input}
            onChange={({ target }) => {
              setWrong(undefined);
              setFile(target.files?.[0]);
            }}
          />
        </div>
        <TextField
          name="alternative"
          label={t('picture.alternative')}
          hint={t('picture.alternative.hint')}
          required
          most={300}
          value={words}
          onChange={setWords}
        />
        {wrong && <Notice intent="error">{t(wrong)}</Notice>}
        {add.problem && <FormProblem problem={add.problem} />}
      </div>
    </Dialog>
  );
}
