/** A picture of a course: fetched with the reader's token, and its alternative in its place when it does not come. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { addressOf } from '../../../../ui/picture-address.ts';
import { findPicture } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  picture: {
    display: 'block',
    maxWidth: '100%',
    height: 'auto',
    margin: `${tokens.spacingVerticalM} 0`,
    borderRadius: tokens.borderRadiusLarge,
  },
  instead: {
    margin: `${tokens.spacingVerticalM} 0`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

export interface PictureProps {
  readonly ownId: string;
  readonly pictureId: string;
  readonly alternative: string;
}

export function Picture({ ownId, pictureId, alternative }: PictureProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({
    queryKey: ['own-picture', ownId, pictureId],
    queryFn: async () => addressOf(await findPicture(ownId, pictureId)),
    staleTime: Infinity,
  });
  if (found.data !== undefined) return <img className={styles.picture} src={found.data} alt={alternative} />;
  if (!found.error) return <Waiting lines={3} />;
  return <p className={styles.instead}>{t('picture.instead', { alternative })}</p>;
}
