/** The text of a course in one language: written here or out of a file, with what is wrong where, and as people will see it. */
import { makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { FieldFrame } from '../../../../ui/frame.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { readCourse } from '../../format/rules.ts';
import { exportText, openDraft, saveText } from '../client.ts';
import { longestText, type EditView, type OwnText } from '../model.ts';
import { say } from '../words.ts';
import { Begin } from './begin-text.tsx';
import { Conflict } from './conflict.tsx';
import { HowToWrite } from './how-to-write.tsx';
import { Problems } from './problems.tsx';
import { useTextFile } from './text-file.tsx';

const Insert = lazy(() => import('./insert.tsx'));
const Preview = lazy(async () => ({ default: (await import('./preview.tsx')).Preview }));

/** Where the cursor goes: a line of the text in one language; `turn` tells a second press from the first. */
export interface Place {
  readonly language: Language;
  readonly line?: number;
  readonly turn?: number;
}

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  text: {
    width: '100%',
    '& textarea': { minHeight: '420px', maxHeight: '70vh', fontFamily: tokens.fontFamilyMonospace },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  heading: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  preview: {
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

export interface TextEditorProps {
  readonly view: EditView;
  readonly place: Place;
  onUnsaved(this: void, language: Language, isUnsaved: boolean): void;
}

export function TextEditor({ view, place, onUnsaved }: TextEditorProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { course, texts } = view;
  const { language } = place;
  const kept = texts[language];
  const box = useRef<HTMLDivElement>(null);
  const nameOf = useLanguageNames();
  const work = useText(view, language);
  const { text } = work;
  const file = useTextFile(work.set);
  const isUnsaved = text !== (kept?.text ?? '');
  useEffect(() => onUnsaved(language, isUnsaved), [onUnsaved, language, isUnsaved]);
  const seen = useDeferredValue(text);
  const read = useMemo(() => readCourse(seen, { pictures: new Set(course.pictures) }), [seen, course.pictures]);
  useEffect(() => {
    if (place.line !== undefined) goToLine(box.current, place.line);
  }, [place]);
  const save = useDownload(() => exportText(course.id, language));
  const insert = useInsert(box, work);
  if (text === '' && !isUnsaved) return <Begin view={view} language={language} file={file} onText={work.set} />;
  return (
    <div ref={box} className={styles.stack} {...file.drop}>
      <FieldFrame name="text" label={t('text.label', { language: nameOf(language) })} hint={t('text.hint')} required>
        <Textarea
          className={styles.text}
          size="large"
          resize="vertical"
          lang={language}
          spellCheck
          value={text}
          onChange={(_, { value }) => work.set(value)}
        />
      </FieldFrame>
      <HowToWrite />
      {text.length > longestText && (
        <Notice intent="error">{t('text.too-long', { over: text.length - longestText })}</Notice>
      )}
      {file.problem}
      <Problems problems={read.problems} onGoTo={(line) => goToLine(box.current, line)} />
      {work.conflict && <Conflict theirs={work.conflict} onTheirs={work.takeTheirs} onMine={work.keepMine} />}
      {work.problem && <FormProblem problem={work.problem} />}
      <div className={styles.row}>
        <Button disabledFocusable={work.busy || !isUnsaved} onClick={work.save}>
          {t(isUnsaved ? 'text.save' : 'text.is-saved')}
        </Button>
        <Suspense fallback={null}>
          <Insert ownId={course.id} onInsert={insert} />
        </Suspense>
      </div>
      <div className={styles.row}>
        {file.button}
        {kept && kept.text !== '' && (
          <Button appearance="subtle" disabledFocusable={save.busy} onClick={() => void save.start()}>
            {t('text.export')}
          </Button>
        )}
        {kept?.before !== undefined && (
          <Button appearance="subtle" onClick={() => work.set(kept.before ?? '')}>
            {t('text.before')}
          </Button>
        )}
        {isUnsaved && (
          <Button appearance="subtle" disabledFocusable={work.busy} onClick={work.forget}>
            {t('text.forget')}
          </Button>
        )}
      </div>
      <div className={styles.preview}>
        <h3 className={styles.heading}>{t('preview.title')}</h3>
        {read.course ? (
          <Suspense fallback={<Waiting />}>
            <Preview ownId={course.id} course={read.course} language={language} isDeep />
          </Suspense>
        ) : (
          <p>{t('preview.none')}</p>
        )}
      </div>
    </div>
  );
}

/** What is typed, kept until it is saved or the window is closed, also while a save is under way; over what somebody else saved meanwhile it is saved only when that was seen. */
function useText({ course: { id }, texts }: EditView, language: Language) {
  const t = useSay(say);
  const queries = useQueryClient();
  const key = ['own-course', id] as const;
  const kept = texts[language];
  const draft = useDraft(`own-${id}-${language}`, { text: kept?.text ?? '', revision: kept?.revision ?? 0 });
  const [conflict, setConflict] = useState<OwnText>();
  const { text, revision } = draft.value;
  /** What somebody else saved and was seen: it may be saved over. */
  const seen = useRef<number>(undefined);
  const latest = useRef(text);
  useLayoutEffect(() => void (latest.current = text), [text]);
  const put = (saved: OwnText, sent?: string): void => {
    queries.setQueryData<EditView>(key, (view) => view && { ...view, texts: { ...view.texts, [language]: saved } });
    // What was typed while it was under way stays, over what is saved now.
    if (sent === undefined || latest.current === sent) draft.clear();
    else draft.set({ text: latest.current, revision: saved.revision });
    setConflict(undefined);
  };
  const save = useOnce(async () => {
    try {
      put(await saveText(id, language, { text, revision: seen.current ?? revision }), text);
      await queries.invalidateQueries({ queryKey: key });
      tell(t('text.saved'));
    } catch (error) {
      if (!(error instanceof Problem) || error.reason !== 'own-changed') throw error;
      setConflict((await openDraft(id)).texts[language]);
    }
  });
  return {
    ...{ text, conflict, busy: save.busy, problem: save.problem, forget: draft.clear },
    set: (next: string): void => draft.set({ text: next, revision }),
    save: (): void => {
      seen.current = undefined;
      void save.start();
    },
    takeTheirs: (): void => conflict && put(conflict),
    keepMine: (): void => {
      seen.current = conflict?.revision;
      setConflict(undefined);
      void save.start();
    },
  };
}

const areaIn = (box: HTMLElement | null): HTMLTextAreaElement | undefined =>
  box?.querySelector('textarea') ?? undefined;

/** The line is chosen whole, and the browser is led to it. */
function goToLine(box: HTMLElement | null, line: number): void {
  const area = areaIn(box);
  if (!area) return;
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  // Only what gets the focus anew is brought to its cursor.
  area.blur();
  area.setSelectionRange(from, from);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
}

/** Lines of their own after the one in which the cursor stands, which then stands behind them. */
function useInsert(box: RefObject<HTMLElement | null>, work: Pick<ReturnType<typeof useText>, 'text' | 'set'>) {
  const { text } = work;
  const next = useRef<number>(undefined);
  useEffect(() => {
    if (next.current !== undefined) areaIn(box.current)?.setSelectionRange(next.current, next.current);
    next.current = undefined;
  }, [box, text]);
  return (lines: string): void => {
    const end = text.indexOf('\n', areaIn(box.current)?.selectionEnd ?? text.length);
    const before = `${text.slice(0, end < 0 ? text.length : end)}\n\n${lines}`;
    next.current = before.length;
    work.set(`${before}\n${end < 0 ? '' : text.slice(end)}`);
  };
}
