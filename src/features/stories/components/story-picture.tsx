/** The picture of a story: fetched with the reader's token, and its alternative in its place when it does not come. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import { addressOf } from '../../../ui/picture-address.ts';
import { findPicture } from '../client.ts';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  picture: { display: 'block', maxWidth: '100%', maxHeight: '420px', borderRadius: tokens.borderRadiusLarge },
  instead: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

export function StoryPicture(props: {
  readonly story: Pick<StoryView, 'programmeId' | 'id'>;
  readonly picture: NonNullable<StoryView['picture']>;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { programmeId, id } = props.story;
  const { id: pictureId, alternative } = props.picture;
  const found = useQuery({
    queryKey: ['story-picture', id, pictureId],
    queryFn: async () => addressOf(await findPicture(programmeId, id, pictureId)),
    staleTime: Infinity,
  });
  if (found.data !== undefined) return <img className={styles.picture} src={found.data} alt={alternative} />;
  if (!found.error) return <Waiting lines={3} />;
  return <p className={styles.instead}>{t('picture.instead', { alternative })}</p>;
}
