/** A suggested message: to copy into an own chat, or to send as a card in the coordinator's own name. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { writeToThem } from '../client.ts';
import { say } from '../words.ts';
import { useFollowUp, type WordProps } from './word-line.tsx';

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalM} 0`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
});

export function Message({ programmeId, word }: WordProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const follow = useFollowUp(programmeId);
  const names = word.people.map(({ name }) => name).join(' & ');
  const text = t(`letter.${word.why}`, { to: names });
  const send = useOnce(async () => {
    await follow(() => writeToThem(programmeId, word.id), t('message.sent'));
    setOpen(false);
  });
  const copy = useOnce(async () => {
    await navigator.clipboard.writeText(text);
    tell(t('message.copied'));
  });
  const problem = send.problem ?? copy.problem;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('line.message')}</Button>
      {isOpen && (
        <Dialog
          title={t('message.title')}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => void copy.start()}>{t('message.copy')}</Button>
              {word.wroteAt === undefined && (
                <Button appearance="primary" disabledFocusable={send.busy} onClick={() => void send.start()}>
                  {t('message.send')}
                </Button>
              )}
            </>
          }
        >
          <p>{t('message.lead')}</p>
          <p className={styles.text}>{text}</p>
          {problem && <FormProblem problem={problem} />}
        </Dialog>
      )}
    </>
  );
}
