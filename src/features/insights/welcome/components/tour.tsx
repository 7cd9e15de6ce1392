/**
 * The first look around: a card above the page that goes from place to place with its reader. It blocks nothing; the focus
 * stays on its button, and each stop is read out.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../../ui/button.tsx';
import { useRoles } from '../../../../ui/roles.ts';
import { useSay } from '../../../../ui/language.tsx';
import { findHome } from '../../client.ts';
import { stopsFor } from '../rules.ts';
import { say } from '../words.ts';
import { tourRead, useRead } from './read.ts';
import { tourTo } from './touring.ts';

const useStyles = makeStyles({
  around: {
    maxWidth: '1040px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} 0`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
  },
  card: {
    maxWidth: '720px',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    ':focus-visible': { outlineStyle: 'none' },
  },
  where: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  title: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`, lineHeight: '1.5', maxWidth: '64ch' },
  doings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export default function Tour({ at }: { readonly at: number }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [here, go] = useLocation();
  const read = useRead();
  const card = useRef<HTMLElement>(null);
  const roles = useRoles();
  const home = useQuery({ queryKey: ['home'], queryFn: findHome });
  const stops = roles.data && home.data ? stopsFor(roles.data, home.data.pairs) : [];
  const stop = stops[at];
  const isThere = stop !== undefined;
  useEffect(() => {
    if (isThere) card.current?.focus();
  }, [isThere]);
  if (!stop) return null;
  const isLast = at === stops.length - 1;
  const goTo = (next: number): void => {
    const path = stops[next]?.path;
    if (path !== undefined && path !== here) go(path);
    tourTo(next);
  };
  const end = (): void => {
    tourTo();
    document.getElementById('main')?.focus();
    read(tourRead);
  };
  return (
    <div className={styles.around}>
      <section className={styles.card} aria-label={t('tour.label')} ref={card} tabIndex={-1} data-keeps-focus>
        <div aria-live="polite">
          <p className={styles.where}>{t('tour.where', { at: at + 1, of: stops.length })}</p>
          <p className={styles.title}>{t(`tour.${stop.name}`)}</p>
          <p className={styles.text}>{t(`tour.${stop.name}.text`)}</p>
        </div>
        <div className={styles.doings}>
          <Button appearance="primary" onClick={isLast ? end : () => goTo(at + 1)}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
          {at > 0 && <Button onClick={() => goTo(at - 1)}>{t('tour.back')}</Button>}
          {!isLast && (
            <Button appearance="subtle" onClick={end}>
              {t('tour.stop')}
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}
