/** A link and a QR code to the page for answering, for screens and posters: it opens in Teams, and asks only who is asked. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { encode } from 'uqr';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { say } from '../words.ts';

const useStyles = makeStyles({
  share: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXXL },
  words: { flex: '1 1 240px', minWidth: 0 },
  link: { margin: `0 0 ${tokens.spacingVerticalM}`, overflowWrap: 'anywhere' },
  figure: { margin: 0, maxWidth: '180px' },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  // Scanners want dark on white, whatever the theme.
  code: { width: '180px', height: '180px', backgroundColor: '#ffffff', forcedColorAdjust: 'none' },
});

export interface ShareProps {
  readonly link: string;
  /** Only those whom chance has drawn can answer by it. */
  readonly isDrawn: boolean;
}

export function Share({ link, isDrawn }: ShareProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    tell(t('share.copied'));
  };
  return (
    <Section title={t('share.title')} lead={t(isDrawn ? 'share.sample' : 'share.lead')}>
      <div className={styles.share}>
        <Code text={link} label={t('share.code')} />
        <div className={styles.words}>
          <p className={styles.link}>{link}</p>
          <Button onClick={() => void copy().catch(() => tell(t('share.byHand'), { intent: 'warning' }))}>
            {t('share.copy')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Code({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const styles = useStyles();
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: modules, path: dark.join('') };
  }, [text]);
  return (
    <figure className={styles.figure}>
      <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} aria-hidden shapeRendering="crispEdges">
        <path d={path} fill="#000000" />
      </svg>
      <figcaption className={styles.caption}>{label}</figcaption>
    </figure>
  );
}
