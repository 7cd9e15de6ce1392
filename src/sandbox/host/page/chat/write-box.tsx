/** Where one writes to the bot. */
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SendFilled } from '@fluentui/react-icons/svg/send';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { ShownPackage } from '../../../../cli/package/shown.ts';
import { control, type ShownPerson } from '../control.ts';
import { phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '860px',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
    [phone]: { padding: tokens.spacingHorizontalS },
  },
  input: { width: '100%', boxShadow: tokens.shadow2 },
  wrong: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

export interface WriteBoxProps {
  readonly person: ShownPerson;
  /** Of the package: offered while one writes. */
  readonly commands: ShownPackage['commands'];
  readonly onSent: () => Promise<void>;
}

/** What was written stays in the box until the bot has it. */
export function WriteBox({ person, commands, onSent }: WriteBoxProps): ReactNode {
  const offered = useId();
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    try {
      await control('/chat', { personId: person.id, text });
      setText('');
      setWrong(false);
    } catch {
      setWrong(true);
    }
    await onSent();
  };
  return (
    <form className={styles.box} onSubmit={(event) => void send(event)}>
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {say(lang, 'chat.failed')}
        </p>
      )}
      <Input
        className={styles.input}
        size="large"
        aria-label={say(lang, 'chat.write')}
        placeholder={say(lang, 'chat.write')}
        value={text}
        list={offered}
        onChange={(_, { value }) => setText(value)}
        contentAfter={
          <Button type="submit" appearance="transparent" icon={<SendFilled />} aria-label={say(lang, 'chat.send')} />
        }
      />
      <datalist id={offered}>
        {commands.map(({ title, description }) => (
          <option key={title} value={title}>
            {description}
          </option>
        ))}
      </datalist>
    </form>
  );
}
