/** A link to a video for the text: only with captions, and with what one sees in it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoicesField, TickField } from '../../../../ui/choices.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { checkMedia } from '../../format/media/rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({ stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL } });

export interface AddVideoProps {
  onInsert(this: void, line: string): void;
  onClose(this: void): void;
}

export default function AddVideo({ onInsert, onClose }: AddVideoProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [address, setAddress] = useState('');
  const [captions, setCaptions] = useState<readonly Language[]>([]);
  const [words, setWords] = useState('');
  const [looked, setLooked] = useState(false);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const add = (): void => {
    const line = `video: ${address.trim()} | captions: ${captions.join(', ')} | ${words.replace(/\s+/g, ' ').trim()}`;
    const problems = checkMedia(line, new Set()).map((kind) => t(`problem.${kind}`));
    if (!looked) problems.push(t('video.tick.missing'));
    if (problems.length > 0) setWrong(problems);
    else onInsert(line);
  };
  return (
    <Dialog
      title={t('insert.video')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button appearance="primary" onClick={add}>
            {t('video.add')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{t('video.why')}</p>
        <TextField
          name="address"
          label={t('video.address')}
          type="url"
          required
          most={500}
          value={address}
          onChange={setAddress}
        />
        <TextField
          name="words"
          label={t('video.words')}
          hint={t('video.words.hint')}
          required
          most={300}
          value={words}
          onChange={setWords}
        />
        <ChoicesField
          name="captions"
          label={t('video.captions.label')}
          required
          choices={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          value={captions}
          onChange={setCaptions}
        />
        <TickField name="looked" label={t('video.tick')} value={looked} onChange={setLooked} />
        {wrong.length > 0 && <Notice intent="error">{wrong.join(' ')}</Notice>}
      </div>
    </Dialog>
  );
}
