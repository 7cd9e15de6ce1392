/** The text of a step of an own course: words, and between them pictures and links to videos. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Markdown } from '../../../../ui/markdown.tsx';
import { partsOf } from '../../format/media/rules.ts';
import type { Part } from '../../format/model.ts';
import { say } from '../words.ts';
import { Picture } from './picture.tsx';

const useStyles = makeStyles({
  video: { margin: `${tokens.spacingVerticalM} 0`, overflowWrap: 'anywhere' },
  captions: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function CourseText({ ownId, text }: { readonly ownId: string; readonly text: string }): ReactNode {
  return partsOf(text).map((one, at) => <OnePart key={at} ownId={ownId} one={one} />);
}

function OnePart({ ownId, one }: { readonly ownId: string; readonly one: Part }): ReactNode {
  switch (one.kind) {
    case 'words':
      return <Markdown text={one.text} />;
    case 'picture':
      return <Picture ownId={ownId} pictureId={one.pictureId} alternative={one.alternative} />;
    case 'video':
      return <VideoLink address={one.address} captions={one.captions} words={one.words} />;
    default:
      return one satisfies never;
  }
}

/** Opens where it is kept: nothing of another house runs in the page. */
export function VideoLink({ address, captions, words }: Omit<Extract<Part, { kind: 'video' }>, 'kind'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = useLanguageNames();
  const names = captions.map(nameOf).join(', ');
  return (
    <p className={styles.video}>
      <TextLink to={address} inText>
        {t('video.link', { words })}
      </TextLink>
      <br />
      <span className={styles.captions}>{t('video.captions', { languages: names })}</span>
    </p>
  );
}
