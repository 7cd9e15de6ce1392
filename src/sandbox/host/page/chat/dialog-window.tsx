/** The dialog that a press on a card opens: a page of the product in a frame, a card to read, or a sentence. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { lazy, Suspense, type ReactNode } from 'react';
import { control, type ShownPerson, type TaskInfo, type World } from '../control.ts';
import { botName } from '../face.tsx';
import { usePlace } from '../place.ts';
import { TabFrame } from '../tab/tab-frame.tsx';
import { say } from '../words.ts';

const CardView = lazy(() => import('../../../../ui/card-view.tsx'));

const useStyles = makeStyles({
  surface: { padding: 0, maxHeight: '96vh', overflow: 'hidden' },
  body: { gap: 0, maxHeight: '96vh' },
  title: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  content: { padding: 0, overflow: 'hidden', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { padding: tokens.spacingHorizontalL },
  actions: { padding: tokens.spacingHorizontalL },
});

/** The sizes that Teams knows by name, in pixels. */
const widths = { small: 280, medium: 600, large: 960 };
const heights = { small: 170, medium: 400, large: 640 };
const pixels = (size: string | number | undefined, named: Readonly<Record<string, number>>): number =>
  typeof size === 'number' ? size : (named[size ?? 'medium'] ?? 600);

export interface DialogWindowProps {
  readonly task: TaskInfo;
  readonly person: ShownPerson;
  readonly world: World;
  readonly onClose: () => void;
}

export function DialogWindow({ task, person, world, onClose }: DialogWindowProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const { value } = task;
  const info = typeof value === 'string' ? {} : value;
  /** The bot hears what the page gave; the dialog closes either way, as in Teams. */
  const submit = async (data: unknown): Promise<void> => {
    onClose();
    await control('/dialogs', { personId: person.id, data }).catch(() => undefined);
  };
  const size = { width: `min(${pixels(info.width, widths)}px, 96vw)`, maxWidth: '96vw' };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} style={size}>
        <DialogBody className={styles.body}>
          <DialogTitle
            className={styles.title}
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={say(lang, 'dialog.close')}
                onClick={onClose}
              />
            }
          >
            {info.title ?? botName}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {typeof value === 'string' && <p className={styles.text}>{value}</p>}
            {info.card && (
              <Suspense fallback={say(lang, 'loading')}>
                <CardView card={info.card.content} label={info.title ?? botName} />
              </Suspense>
            )}
            {info.url !== undefined && (
              <div style={{ height: `min(${pixels(info.height, heights)}px, 76vh)` }}>
                <TabFrame {...{ person, world, url: info.url }} onSubmit={(data) => void submit(data)} />
              </div>
            )}
          </DialogContent>
          {info.url === undefined && (
            <DialogActions className={styles.actions}>
              <Button onClick={onClose}>{say(lang, 'dialog.close')}</Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
