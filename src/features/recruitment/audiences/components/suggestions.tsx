/** Whom one might ask to be a mentor: one press makes it the choice of the call. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { describeAudience } from '../../../surveys/audience/telling/rules.ts';
import { useHeadcount } from '../../../surveys/components/sayings.ts';
import { findSuggestions } from '../client.ts';
import type { Suggestion } from '../model.ts';
import { say } from '../words.ts';
import { whomOf, type WhomDraft } from './draft.ts';

const useStyles = makeStyles({
  summary: { minHeight: '44px', alignContent: 'center', cursor: 'pointer' },
  lead: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  text: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`, maxWidth: '72ch' },
});

export interface SuggestionsProps {
  readonly programmeId: string;
  onChange(this: void, next: WhomDraft): void;
}

export function Suggestions({ programmeId, onChange }: SuggestionsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['suggestions', programmeId], queryFn: () => findSuggestions(programmeId) });
  return (
    <details>
      <summary className={styles.summary}>{t('ask.title')}</summary>
      <Loaded of={found}>
        {({ list, limit, isNeedKnown }) => (
          <>
            <p className={styles.lead}>
              {t('ask.lead', { limit })} {!isNeedKnown && t('ask.noNeeds')}
            </p>
            <ul className={styles.list}>
              {list.map((one) => (
                <li key={one.topic ?? ''} className={styles.item}>
                  <One suggestion={one} onChange={onChange} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </details>
  );
}

type OneProps = Pick<SuggestionsProps, 'onChange'> & { readonly suggestion: Suggestion };

function One({ suggestion: { name, audience, people, askedShare }, onChange }: OneProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const countOf = useHeadcount();
  const title = name === undefined ? t('ask.fewest') : t('ask.topic', { topic: name });
  const use = (): void => {
    onChange(whomOf(audience));
    tell(t('ask.used'));
  };
  return (
    <>
      <strong>{title}</strong>
      <p className={styles.text}>
        {t('whom.told', { sentence: describeAudience(language, audience) })}{' '}
        {t('ask.people', { count: countOf(people) })}{' '}
        {askedShare === 0 ? t('ask.share.none') : t('ask.share', { share: askedShare })}
      </p>
      <Button aria-label={t('ask.use.of', { title })} onClick={use}>
        {t('ask.use')}
      </Button>
    </>
  );
}
