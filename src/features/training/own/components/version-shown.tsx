/** A version of a course as it was published, in each of its languages. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { readCourse } from '../../format/rules.ts';
import { findVersion } from '../client.ts';
import { Preview } from './preview.tsx';
import { languagesOf, type VersionView } from '../model.ts';
import { nearestLanguage } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: {
    ...{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, minWidth: 0, border: 'none' },
    padding: 0,
    margin: `0 0 ${tokens.spacingVerticalL}`,
  },
  words: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

export interface VersionShownProps {
  readonly ownId: string;
  readonly version: number;
  onClose(this: void): void;
}

export default function VersionShown({ ownId, version, onClose }: VersionShownProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({
    queryKey: ['own-version', ownId, version],
    queryFn: () => findVersion(ownId, version),
  });
  return (
    <Dialog
      title={t('versions.number', { version })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('versions.close')}</Button>}
    >
      <Loaded of={found}>{(view) => <Version ownId={ownId} view={view} />}</Loaded>
    </Dialog>
  );
}

function Version({
  ownId,
  view: { line, version },
}: {
  readonly ownId: string;
  readonly view: VersionView;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(nearestLanguage(own, line));
  const there = languagesOf(line.titles);
  return (
    <>
      <p lang={language}>
        <strong>{line.titles[language]}</strong>
      </p>
      <fieldset className={styles.row} aria-label={t('text.languages')}>
        {there.map((one) => (
          <Button
            key={one}
            appearance={one === language ? 'outline' : 'subtle'}
            aria-pressed={one === language}
            onClick={() => setLanguage(one)}
          >
            {t(`language.${one}`)}
          </Button>
        ))}
      </fieldset>
      {version.kind === 'text' ? (
        <Text key={language} ownId={ownId} text={version.texts[language] ?? ''} language={language} />
      ) : (
        <>
          <p className={styles.words} lang={language}>
            {version.link.abouts[language]}
          </p>
          <p className={styles.words}>
            <TextLink to={version.link.address} inText>
              {version.link.address}
            </TextLink>
          </p>
        </>
      )}
    </>
  );
}

/** Pictures are never taken away from a course, so whatever the text names is there. */
function Text({
  ownId,
  text,
  language,
}: {
  readonly ownId: string;
  readonly text: string;
  readonly language: Language;
}): ReactNode {
  const t = useSay(say);
  const named = [...text.matchAll(/\(picture:([0-9a-z-]+)\)/g)].map(([, pictureId = '']) => pictureId);
  const { course } = readCourse(text, { pictures: new Set(named) });
  return course ? <Preview ownId={ownId} course={course} language={language} /> : <p>{t('preview.none')}</p>;
}
