/** What there is on one topic. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { useTakingBack } from '../../../../ui/taking-back.ts';
import { addResource, removeResource } from '../client.ts';
import type { LinkLine, ResourceDraft, ResourceLine } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  about: { margin: `0 0 ${tokens.spacingVerticalXS}`, maxWidth: '64ch', overflowWrap: 'anywhere' },
  doings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalS },
});

interface LinesProps {
  readonly programmeId: string;
  readonly lines: readonly ResourceLine[];
  readonly mayWrite: boolean;
  onChange(this: void, line: LinkLine): void;
}

export function Lines({ lines, ...more }: LinesProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map((one) => (
        <li key={one.id} className={styles.item}>
          <Line one={one} {...more} />
        </li>
      ))}
    </ul>
  );
}

type LineProps = Omit<LinesProps, 'lines'> & { readonly one: ResourceLine };

function Line({ one, programmeId, mayWrite, onChange }: LineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const facts = [
    ...(one.kind === 'link' ? [hostOf(one.address)] : [t(`kind.${one.kind}`, { minutes: one.minutes })]),
    ...(one.language === reader ? [] : [t(`language.${one.language}`)]),
    ...(mayWrite ? [t(`role.${one.role}`)] : []),
  ];
  return (
    <>
      <TextLink to={one.kind === 'link' ? one.address : one.path} className={styles.link}>
        <span lang={one.language}>{one.title}</span>
      </TextLink>
      {one.kind === 'link' && one.about !== '' && (
        <p className={styles.about} lang={one.language}>
          {one.about}
        </p>
      )}
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {one.kind === 'tandem' && one.card !== undefined && (
        <TextLink to={one.card} className={styles.link} aria-label={t('card.of', { title: one.title })}>
          {t('card')}
        </TextLink>
      )}
      {one.kind === 'link' && mayWrite && (
        <div className={styles.doings}>
          <Button aria-label={t('change.of', { title: one.title })} onClick={() => onChange(one)}>
            {t('change')}
          </Button>
          <Remove programmeId={programmeId} one={one} />
        </div>
      )}
    </>
  );
}

/** So that one sees where a link leads before one goes there. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : address);

/** As it was added, with the same id. */
const draftOf = ({ kind: _kind, version: _version, ...said }: LinkLine): ResourceDraft => said;

function Remove({ programmeId, one }: { readonly programmeId: string; readonly one: LinkLine }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const tellOf = useTakingBack();
  const anew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['resources', programmeId] });
  const { start, busy, problem } = useOnce(async () => {
    await removeResource(programmeId, one.id);
    await anew();
    tellOf(t('removed', { title: one.title }), () => addResource(programmeId, draftOf(one)).then(anew));
  });
  return (
    <>
      <Button aria-label={t('remove.of', { title: one.title })} disabledFocusable={busy} onClick={() => void start()}>
        {t('remove')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
