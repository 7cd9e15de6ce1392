/** On the first page, after what is next: whoever is new is offered a look around; whoever knows the product reads once what changed. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useRoles } from '../../../../ui/roles.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { changesFor, unreadOf } from '../rules.ts';
import { say } from '../words.ts';
import { Changes } from './changes.tsx';
import { changesRead, tourRead, useRead } from './read.ts';
import { tourTo } from './touring.ts';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, lineHeight: '1.55' },
  doings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface GreetingProps {
  readonly greeting: 'tour' | 'changes';
  /** The version that was read before this visit. */
  readonly read: string | undefined;
}

export function Greeting({ greeting, read }: GreetingProps): ReactNode {
  const [before] = useState(read);
  const [isOpen, setOpen] = useState(true);
  const close = (): void => setOpen(false);
  if (!isOpen) return null;
  return greeting === 'tour' ? <Offer onClose={close} /> : <News read={before} onClose={close} />;
}

interface Closing {
  readonly onClose: () => void;
}

function Offer({ onClose }: Closing): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const read = useRead();
  const start = (): void => {
    onClose();
    tourTo(0);
  };
  const skip = (): void => {
    onClose();
    document.getElementById('main')?.focus();
    read(tourRead);
  };
  return (
    <Section title={t('offer.title')}>
      <p className={styles.text}>{t('offer.text')}</p>
      <div className={styles.doings}>
        <Button onClick={start}>{t('offer.yes')}</Button>
        <Button appearance="subtle" onClick={skip}>
          {t('offer.no')}
        </Button>
      </div>
    </Section>
  );
}

function News({ read, onClose }: Closing & { readonly read: string | undefined }): ReactNode {
  const t = useSay(say);
  const roles = useRoles();
  const keep = useRead();
  // Once, when it is first shown.
  useEffect(() => keep(changesRead), [keep]);
  const unread = roles.data ? unreadOf(changesFor(roles.data), read) : [];
  if (unread.length === 0) return null;
  return (
    <Section
      title={t('changes.new')}
      lead={t('changes.again')}
      action={
        <Button appearance="subtle" onClick={onClose}>
          {t('changes.close')}
        </Button>
      }
    >
      <Changes of={unread} heading="h3" />
    </Section>
  );
}
