/** What would go out, in each of the four languages, made by the server from what is written now. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Borrowed } from '../../programmes/components/borrowed.tsx';
import { preview } from '../client.ts';
import type { CallPreview as Previewed, PreviewDraft } from '../model.ts';
import { say } from '../calls/words.ts';
import { say as sayQuestions } from '../words.ts';

const useStyles = makeStyles({
  all: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  one: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  language: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  own: { whiteSpace: 'pre-line' },
});

/** Shown for what was written when it was asked for; a change puts it away again. */
export function CallPreview({
  programmeId,
  draft,
}: {
  readonly programmeId: string;
  readonly draft: PreviewDraft;
}): ReactNode {
  const t = useSay(say);
  const written = JSON.stringify(draft);
  const [shown, setShown] = useState<string>();
  const isShown = shown === written;
  const found = useQuery({
    queryKey: ['call-preview', programmeId, written],
    queryFn: () => preview(programmeId, draft),
    enabled: isShown,
  });
  return (
    <div>
      <Button aria-expanded={isShown} onClick={() => setShown(isShown ? undefined : written)}>
        {t('call.preview')}
      </Button>
      {isShown && <Loaded of={found}>{(texts) => <Texts programmeId={programmeId} all={texts} />}</Loaded>}
    </div>
  );
}

function Texts({ programmeId, all }: { readonly programmeId: string; readonly all: Previewed }): ReactNode {
  const t = useSay(say);
  const spoken = useSay(sayQuestions);
  const styles = useStyles();
  return (
    <>
      <h3>{t('call.preview.title')}</h3>
      <p>{t('call.preview.lead')}</p>
      <Borrowed
        programmeId={programmeId}
        languages={all.filter(({ borrowed }) => borrowed).map(({ language }) => language)}
      />
      <div className={styles.all}>
        {all.map(({ language, texts }) => (
          <article key={language} className={styles.one}>
            <span className={styles.language}>{spoken(`spoken.${language}`)}</span>
            <div lang={language}>
              <h4>{texts.title}</h4>
              <p>{texts.greeting}</p>
              {texts.own !== undefined && <p className={styles.own}>{texts.own}</p>}
              {texts.quote !== undefined && <p>{texts.quote}</p>}
              {texts.facts.map(([title, text]) => (
                <p key={title}>
                  <strong>{title}</strong>: {text}
                </p>
              ))}
              {texts.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </div>
          </article>
        ))}
      </div>
    </>
  );
}
