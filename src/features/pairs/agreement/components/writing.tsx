/** Writing an agreement: a field for each part, with a suggestion and examples; what the other changed meanwhile stands beside it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { writeAgreement, type PairAddress } from '../client.ts';
import { agreementParts, longestPart, type AgreementPart, type AgreementView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  examples: { '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' } },
  list: { margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  item: { listStyleType: 'none' },
  example: { justifyContent: 'flex-start', textAlign: 'start', fontWeight: 'normal', maxWidth: '100%' },
  theirs: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What is typed of a part, and over which version of it. */
interface Typed {
  readonly text: string;
  readonly base: number;
}
type Typing = Readonly<Record<AgreementPart, Typed>>;

/** As it is kept now. */
function keptOf({ now }: AgreementView): Typing {
  return Object.fromEntries(
    agreementParts.map((part): [AgreementPart, Typed] => {
      const one = now?.parts.find((each) => each.part === part);
      return [part, { text: one?.text ?? '', base: one?.since ?? 0 }];
    }),
  ) as Typing;
}

export interface WritingProps {
  readonly at: PairAddress;
  readonly found: AgreementView;
  readonly onDone: () => void;
}

export function Writing({ at, found, onDone }: WritingProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const queryKey = ['agreement', at.pairId];
  const kept = keptOf(found);
  const draft = useDraft<Typing>(`agreement-${at.pairId}`, kept);
  const { name } = found.partner;
  const save = async (): Promise<void> => {
    const changed = agreementParts.filter((part) => draft.value[part].text.trim() !== kept[part].text);
    const parts = changed.map((part) => ({ part, ...draft.value[part] }));
    if (parts.length > 0)
      try {
        queries.setQueryData(queryKey, await writeAgreement(at, { parts }));
      } catch (error) {
        // What the other wrote meanwhile is shown beside what was typed here, which stays.
        await queries.invalidateQueries({ queryKey });
        throw error;
      }
    draft.clear();
    tell(t('saved', { name }), { intent: 'success' });
    onDone();
  };
  return (
    <Form
      draft={draft}
      submit={t('save')}
      onSubmit={save}
      actions={
        found.now && (
          <Button appearance="subtle" onClick={onDone}>
            {t('cancel')}
          </Button>
        )
      }
    >
      {agreementParts.map((part) => (
        <Part
          key={part}
          {...{ part, found }}
          typed={draft.value[part]}
          kept={kept[part]}
          onChange={(typed) => draft.set({ [part]: typed })}
        />
      ))}
    </Form>
  );
}

interface PartProps {
  readonly part: AgreementPart;
  readonly found: AgreementView;
  readonly typed: Typed;
  readonly kept: Typed;
  readonly onChange: (typed: Typed) => void;
}

function Part({ part, found, typed, kept, onChange }: PartProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const help = found.help.find((one) => one.part === part);
  const isOld = typed.base !== kept.base && typed.text !== kept.text;
  const write = (text: string): void => onChange({ text, base: typed.base });
  return (
    <div className={styles.part}>
      <LongTextField
        name={part}
        label={t(`part.${part}`)}
        {...(help ? { hint: help.suggestion } : {})}
        most={longestPart}
        value={typed.text}
        onChange={write}
      />
      {isOld && <Theirs {...{ kept, name: found.partner.name }} onChoose={onChange} mine={typed.text} />}
      {help && (
        <details className={styles.examples}>
          <summary>{t('examples')}</summary>
          <ul className={styles.list}>
            {help.examples.map((example) => (
              <li key={example} className={styles.item}>
                <Button
                  className={styles.example}
                  aria-label={t('examples.use', { example })}
                  onClick={() => write(typed.text.trim() === '' ? example : `${typed.text.trimEnd()}\n${example}`)}
                >
                  {example}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface TheirsProps {
  readonly kept: Typed;
  readonly mine: string;
  readonly name: string;
  readonly onChoose: (typed: Typed) => void;
}

/** Nothing is lost: one of the two texts is chosen, and can be changed before it is saved. */
function Theirs({ kept, mine, name, onChoose }: TheirsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Notice
      intent="warning"
      title={t('theirs', { name })}
      actions={
        <>
          <Button onClick={() => onChoose({ text: mine, base: kept.base })}>{t('theirs.keep')}</Button>
          <Button onClick={() => onChoose(kept)}>{t('theirs.take')}</Button>
        </>
      }
    >
      <span className={styles.theirs}>{kept.text === '' ? t('theirs.empty', { name }) : kept.text}</span>
    </Notice>
  );
}
