/** Forms that lose nothing: drafts kept until they are saved, one submit at a time, problems next to their fields. */
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import { Button } from './button.tsx';
import { currentHost } from './host.ts';
import { Problem } from './http.ts';
import { keptInSession, readKept } from './kept-here.ts';
import { useSay } from './language.tsx';
import { Notice } from './notice.tsx';
import { say } from './words.ts';

export interface Draft<T> {
  readonly value: T;
  /** What was typed since it was saved: the same object until something else is typed. */
  readonly typed: object;
  /** Some of the fields; the rest stays. Always the same function. */
  set(this: void, part: Partial<T>): void;
  /** Forgets what was typed and goes back to what is saved. */
  clear(this: void): void;
  /** True when something typed earlier was found. */
  readonly restored: boolean;
}

/** What was typed stays in this browser session, apart for each person, until `clear`: no error or lost session takes it. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const place = `draft/${currentHost()?.personId ?? ''}/${key}`;
  const [found] = useState(() => readKept(place) as Partial<T> | undefined);
  const [typed, setTyped] = useState<Partial<T>>(found ?? {});
  const [restored, setRestored] = useState(found !== undefined);
  const value = useMemo(() => ({ ...initial, ...typed }), [initial, typed]);
  const set = useCallback(
    (part: Partial<T>): void =>
      setTyped((before) => {
        const next = { ...before, ...part };
        keptInSession.set(place, JSON.stringify(next));
        return next;
      }),
    [place],
  );
  return {
    value,
    typed,
    restored,
    set,
    clear: () => {
      keptInSession.remove(place);
      setTyped({});
      setRestored(false);
    },
  };
}

interface FormState {
  /** The sentence for the field with this name. */
  problemOf(this: void, name: string): string | undefined;
  /** The field was changed: its problem is no longer about what is there. */
  touched(this: void, name: string): void;
}

const FormContext = createContext<FormState>({ problemOf: () => undefined, touched: () => undefined });

export function useFieldProblem(name: string): readonly [string | undefined, () => void] {
  const form = use(FormContext);
  return [form.problemOf(name), () => form.touched(name)];
}

/** Runs one thing at a time: a second press while the first is under way does nothing. */
export function useOnce(run: () => Promise<unknown>): {
  readonly start: () => Promise<void>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const t = useSay(say);
  const start = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await run();
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, { detail: t('problem.ours') }));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { start, busy, problem };
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

export interface FormProps {
  /** What the button says that sends it. */
  readonly submit: string;
  /** Sends; what it throws is shown. When it did not throw the draft is cleared, but for what was typed while it was under way. */
  onSubmit(this: void): Promise<unknown>;
  readonly draft?: Pick<Draft<object>, 'restored' | 'clear' | 'typed'>;
  /** The page has another thing to do first: this form's button is not its primary one. */
  readonly isBeside?: boolean | undefined;
  /** Further buttons beside the one that sends. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Form({ submit, onSubmit, draft, isBeside, actions, children }: FormProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const element = useRef<HTMLFormElement>(null);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const latest = useRef(draft);
  useLayoutEffect(() => void (latest.current = draft), [draft]);
  const { start, busy, problem } = useOnce(async () => {
    setTouched([]);
    const sent = draft?.typed;
    await onSubmit();
    if (latest.current?.typed === sent) draft?.clear();
  });
  const state = useMemo<FormState>(
    () => ({
      problemOf: (name) =>
        touched.includes(name) ? undefined : problem?.fields.find(({ field }) => field === name)?.message,
      touched: (name) => setTouched((before) => (before.includes(name) ? before : [...before, name])),
    }),
    [problem, touched],
  );
  useEffect(() => {
    if (problem) focusFirstProblem(element.current);
  }, [problem]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void start();
  };
  return (
    <FormContext value={state}>
      <form ref={element} className={styles.form} onSubmit={send} noValidate>
        {draft?.restored && (
          <Notice actions={<Button onClick={draft.clear}>{t('form.discard')}</Button>}>{t('form.restored')}</Notice>
        )}
        {children}
        {problem && <FormProblem problem={problem} />}
        <div className={styles.foot}>
          <SubmitButton busy={busy} isBeside={isBeside}>
            {submit}
          </SubmitButton>
          {actions}
        </div>
      </form>
    </FormContext>
  );
}

/** The first field with a problem; of a group its first control. */
function focusFirstProblem(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]');
  const control = field?.matches('input, textarea, select') ? field : field?.querySelector<HTMLElement>('input');
  control?.focus();
}

/** The sentence above the button; problems of fields that are not on the form are said here too. */
export function FormProblem({ problem }: { readonly problem: Problem }): ReactNode {
  const t = useSay(say);
  const count = problem.fields.length;
  return (
    <Notice intent="error" title={count > 0 ? t('form.check', { count }) : t('page.problem')}>
      {count > 0 ? problem.fields.map(({ message }) => message).join(' ') : problem.detail}
    </Notice>
  );
}

interface SubmitButtonProps extends Pick<FormProps, 'isBeside' | 'children'> {
  readonly busy: boolean;
}

export function SubmitButton({ busy, isBeside = false, children }: SubmitButtonProps): ReactNode {
  const t = useSay(say);
  return (
    <Button type="submit" appearance={isBeside ? 'secondary' : 'primary'} disabledFocusable={busy}>
      {busy ? t('form.busy') : children}
    </Button>
  );
}
