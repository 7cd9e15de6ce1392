/**
 * A page and its sections. A page looks like this:
 *
 *   import { useQuery, useMutation, useQueryClient } from '@tanstack/react-query';
 *   import { ButtonLink } from '../../ui/button.tsx';
 *   import { LongTextField, TextField } from '../../ui/fields.tsx';
 *   import { Form, useDraft } from '../../ui/form.tsx';
 *   import { useSay } from '../../ui/language.tsx';
 *   import { Empty, Loaded } from '../../ui/loaded.tsx';
 *   import { tell } from '../../ui/notice.tsx';
 *   import { Page, Section } from '../../ui/page.tsx';
 *   import { findStory, saveStory, type Story } from './client.ts';  // ask<Story>('GET', `/stories/${id}`)
 *   import { say } from './words.ts';
 *
 *   export default function StoryPage({ storyId }: { readonly storyId: string }) {   // parameters of the path arrive as props
 *     const t = useSay(say);
 *     const story = useQuery({ queryKey: ['story', storyId], queryFn: () => findStory(storyId) });
 *     return (
 *       <Page
 *         title={t('story.title')}
 *         lead={t('story.lead')}
 *         back={{ to: '/stories', label: t('stories.title') }}
 *         action={<ButtonLink to="/stories/new" appearance="primary">{t('story.new')}</ButtonLink>}
 *       >
 *         <Loaded of={story}>
 *           {(found) => found.text === '' ? <Empty title={t('story.none')} text={t('story.none.next')} /> : <StoryForm story={found} />}
 *         </Loaded>
 *       </Page>
 *     );
 *   }
 *
 *   function StoryForm({ story }: { readonly story: Story }) {
 *     const t = useSay(say);
 *     const queries = useQueryClient();
 *     const draft = useDraft(`story-${story.id}`, { title: story.title, text: story.text });
 *     const save = async () => {
 *       await saveStory(story.id, draft.value);            // a Problem's fields appear next to the fields with that name
 *       await queries.invalidateQueries({ queryKey: ['story', story.id] });
 *       tell(t('story.saved'));                            // after success the draft is cleared by the form
 *     };
 *     return (
 *       <Section title={t('story.write')}>
 *         <Form draft={draft} submit={t('story.save')} onSubmit={save}>
 *           <TextField name="title" label={t('story.name')} required value={draft.value.title} onChange={(title) => draft.set({ title })} />
 *           <LongTextField name="text" label={t('story.text')} most={2000} value={draft.value.text} onChange={(text) => draft.set({ text })} />
 *         </Form>
 *       </Section>
 *     );
 *   }
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { TextLink } from './button.tsx';

const useStyles = makeStyles({
  page: {
    maxWidth: '1040px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} 64px`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 96px` },
  },
  narrow: { '& > *': { maxWidth: '720px' } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    marginBottom: tokens.spacingVerticalXXL,
  },
  words: { flex: '1 1 320px', minWidth: 0 },
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    marginTop: `calc(-1 * ${tokens.spacingVerticalS})`,
    fontSize: tokens.fontSizeBase300,
  },
  h1: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  },
  lead: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    maxWidth: '64ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '1.55',
    color: tokens.colorNeutralForeground2,
  },
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  section: {
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
    '& > :last-child': { marginBottom: 0 },
  },
  plain: { padding: 0, border: 'none', backgroundColor: 'transparent', boxShadow: 'none' },
  sectionHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  h2: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  sectionLead: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
});

export interface PageProps {
  /** The one h1; also the title of the document, and where the focus goes after navigation. */
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** The one primary action of the page. */
  readonly action?: ReactNode;
  /** Pages to read and forms are narrower, so that lines stay short. */
  readonly narrow?: boolean;
  readonly children?: ReactNode;
}

/** The first page of a session leaves the focus where Teams put it; every later one takes it to its heading, unless what leads from page to page has it. */
let anyPageSeen = false;

export function Page({ title, lead, back, action, narrow, children }: PageProps): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const isHeld = Boolean(document.activeElement?.closest('[data-keeps-focus]'));
    if (anyPageSeen && !isHeld) heading.current?.focus();
    anyPageSeen = true;
  }, []);
  return (
    <div className={mergeClasses(styles.page, narrow && styles.narrow)}>
      {back && (
        <TextLink data-screen to={back.to} className={styles.back}>
          <ArrowLeftRegular aria-hidden />
          {back.label}
        </TextLink>
      )}
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.h1} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {action}
      </div>
      <div className={styles.parts}>{children}</div>
    </div>
  );
}

export interface SectionProps {
  readonly title?: string;
  readonly lead?: ReactNode;
  readonly action?: ReactNode;
  /** Without the card around it. */
  readonly plain?: boolean;
  readonly children?: ReactNode;
}

/** A part of a page under its own h2. */
export function Section({ title, lead, action, plain, children }: SectionProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const labelled = title === undefined ? {} : { 'aria-labelledby': id };
  return (
    <section className={mergeClasses(styles.section, plain && styles.plain)} {...labelled}>
      {(title !== undefined || action !== undefined) && (
        <div className={styles.sectionHead}>
          <div className={styles.words}>
            <h2 id={id} className={styles.h2}>
              {title}
            </h2>
            {lead !== undefined && <p className={styles.sectionLead}>{lead}</p>}
          </div>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
