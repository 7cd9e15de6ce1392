/** A picture for the story: made smaller here, sent at once, and said in words for those who do not see it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { shrink } from '../../training/own/components/shrink.ts';
import { takenTypes } from '../../training/own/pictures/model.ts';
import { addPicture } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  input: { minHeight: '44px', maxWidth: '100%' },
  preview: { maxWidth: '240px', maxHeight: '180px', borderRadius: tokens.borderRadiusLarge },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

type Wrong = 'picture.wrong.kind' | 'picture.wrong.file' | 'picture.wrong.broken';

export interface Chosen {
  readonly pictureId: string;
  readonly alternative: string;
}

export interface PictureFieldProps extends Chosen {
  readonly programmeId: string;
  readonly pairId: string;
  onChange(this: void, part: Partial<Chosen>): void;
}

export function PictureField(props: PictureFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const file = useRef<File>(undefined);
  const [shown, setShown] = useState<string>();
  const [wrong, setWrong] = useState<Wrong>();
  const send = useOnce(async () => {
    if (!file.current) return;
    const { data, problem } = await shrink(file.current);
    if (data === undefined) return setWrong(`picture.wrong.${problem}`);
    const { pictureId } = await addPicture(props.programmeId, props.pairId, data);
    // The type is told by the bytes; a browser does so too.
    setShown(`data:image/*;base64,${data}`);
    props.onChange({ pictureId });
  });
  const choose = (chosen: File | undefined): void => {
    setWrong(undefined);
    file.current = chosen;
    void send.start();
  };
  return (
    <div className={styles.stack}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {t('picture.choose')}
        </label>
        <p className={styles.quiet}>{t('picture.limits')}</p>
        <input
          id={id}
          type="file"
          disabled={send.busy}
          accept={takenTypes.join(',')}
          className={styles.input}
          onChange={({ target }) => choose(target.files?.[0])}
        />
        <output className={styles.quiet}>{send.busy ? t('picture.sending') : ''}</output>
      </div>
      {wrong && <Notice intent="error">{t(wrong)}</Notice>}
      {send.problem && <FormProblem problem={send.problem} />}
      {props.pictureId !== '' && (
        <>
          {shown !== undefined && <img className={styles.preview} src={shown} alt={props.alternative} />}
          <TextField
            {...{ name: 'picture.alternative', label: t('picture.alternative'), required: true, most: 300 }}
            hint={t('picture.alternative.hint')}
            value={props.alternative}
            onChange={(alternative) => props.onChange({ alternative })}
          />
          <div>
            <Button onClick={() => props.onChange({ pictureId: '', alternative: '' })}>{t('picture.take-away')}</Button>
          </div>
        </>
      )}
    </div>
  );
}
