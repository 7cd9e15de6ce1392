/** The statements, one scale each; after the courses once more, looking back. Before the first one stands what may be counted. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Form, useDraft, type Draft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { ScaleField } from '../../../../ui/scale.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { saySkills } from '../client.ts';
import type { Moment, SkillRatings, SkillsView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  head: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
});

interface AnswerDraft {
  readonly ratings: SkillRatings;
  readonly back: SkillRatings;
  readonly counted: 'yes' | 'no' | undefined;
}

export interface AnswerFormProps {
  readonly view: SkillsView;
  readonly moment: Moment;
  kept(this: void, view: SkillsView): Promise<void>;
  onCancel?(this: void): void;
}

export function AnswerForm({ view, moment, kept, onCancel }: AnswerFormProps): ReactNode {
  const t = useSay(say);
  const { programmeId, side, skills, said, isClosed } = view;
  const draft = useDraft<AnswerDraft>(`skills-${programmeId}-${side}-${moment}`, {
    ratings: (moment === 'before' ? said.before : said.now) ?? {},
    back: said.back ?? {},
    counted: view.kept && (view.kept.counted ? 'yes' : 'no'),
  });
  const items = skills.flatMap((one) => one.items);
  const whole = (given: SkillRatings): SkillRatings =>
    Object.fromEntries(items.map(({ id }) => [id, given[id] ?? 'skipped']));
  const send = async (): Promise<void> => {
    const { ratings, back, counted } = draft.value;
    const answers = { ratings: whole(ratings), ...(moment === 'after' ? { back: whole(back) } : {}) };
    // Whether it may be counted has to be said: left open, the server asks for it beside its field.
    const may = isClosed ? { counted: view.kept?.counted ?? false } : counted && { counted: counted === 'yes' };
    const now = await saySkills(view, moment, { ...answers, ...may } as Parameters<typeof saySkills>[2]);
    draft.clear();
    await kept(now);
  };
  return (
    <Section>
      <p>{t(`form.${moment}`, { count: items.length })}</p>
      <Form
        draft={draft}
        submit={t('form.send')}
        onSubmit={send}
        {...(onCancel ? { actions: <Button onClick={onCancel}>{t('form.cancel')}</Button> } : {})}
      >
        <Consent view={view} draft={draft} />
        <Statements {...{ title: t('now.title'), items, draft }} part="ratings" />
        {moment === 'after' && (
          <Statements {...{ title: t('back.title'), lead: t('back.text'), items, draft }} part="back" />
        )}
      </Form>
      <Receipt of="skills" />
    </Section>
  );
}

function Consent({ view, draft }: { readonly view: SkillsView; readonly draft: Draft<AnswerDraft> }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (view.isClosed) return <p className={styles.text}>{t('closed')}</p>;
  return (
    <div className={styles.part}>
      <h2 className={styles.head}>{t('consent.title')}</h2>
      <p className={styles.text}>{t('consent.text', { floor: view.floor })}</p>
      <ChoiceField
        name="counted"
        label={t('consent.label')}
        hint={t('consent.hint')}
        required
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`consent.${value}`) }))}
        value={draft.value.counted}
        onChange={(counted) => draft.set({ counted })}
      />
    </div>
  );
}

interface StatementsProps {
  readonly title: string;
  readonly lead?: string;
  readonly items: SkillsView['skills'][number]['items'];
  readonly draft: Draft<AnswerDraft>;
  readonly part: 'ratings' | 'back';
}

function Statements({ title, lead, items, draft, part }: StatementsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const given = draft.value[part];
  return (
    <div className={styles.part}>
      <h2 className={styles.head}>{title}</h2>
      {lead !== undefined && <p className={styles.text}>{lead}</p>}
      {items.map(({ id, text }) => (
        <ScaleField
          key={id}
          name={`${part}.${id}`}
          label={text}
          low={t('low')}
          high={t('high')}
          value={given[id]}
          onChange={(value) => value !== undefined && draft.set({ [part]: { ...given, [id]: value } })}
        />
      ))}
    </div>
  );
}
