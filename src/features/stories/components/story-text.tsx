/** A story as it is read: its parts under what they answer, the picture, and what the other one adds. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { partNames, type StoryView } from '../model.ts';
import { say } from '../words.ts';
import { StoryPicture } from './story-picture.tsx';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalL} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface StoryTextProps {
  readonly story: StoryView;
  /** Of the questions above its parts: one below the heading that it stands under. */
  readonly level: 2 | 3;
}

export function StoryText({ story, level }: StoryTextProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const Heading = `h${level}` as const;
  const otherSide = story.authorSide === 'mentee' ? 'mentor' : 'mentee';
  const told = partNames.filter((name) => story.parts[name] !== '');
  return (
    <div lang={story.language}>
      {story.picture && <StoryPicture {...{ story, picture: story.picture }} />}
      {told.map((name) => (
        <div key={name}>
          {/* A story in one piece needs no question above it. */}
          {told.length > 1 && <Heading className={styles.heading}>{t(`part.${name}`)}</Heading>}
          <Markdown text={story.parts[name]} />
        </div>
      ))}
      {story.voice !== undefined && (
        <>
          <Heading className={styles.heading}>
            {story.partner === undefined ? t(`voice.of.${otherSide}`) : t('voice.of.named', { name: story.partner })}
          </Heading>
          <Markdown text={story.voice} />
        </>
      )}
    </div>
  );
}
