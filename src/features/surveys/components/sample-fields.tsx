/** All of an audience, or as many as chance draws for a precision; and what that precision will be. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import {
  expectedAnswers,
  margins,
  pointsOf,
  precisionOf,
  responses,
  sizeOfSample,
} from '../audience/sampling/rules.ts';
import { say } from '../planning/words.ts';
import type { AudienceProps } from './audience-fields.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  text: { margin: 0, maxWidth: '68ch', color: tokens.colorNeutralForeground2 },
});

export interface SampleProps extends Pick<AudienceProps, 'draft'> {
  /** Of whom is drawn. */
  readonly people: number;
}

export function SampleFields({ draft: { value, set }, people }: SampleProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { draw, margin, response } = value;
  return (
    <div className={styles.fields}>
      <ChoiceField
        name="draw"
        label={t('draw.label')}
        required
        value={draw ? 'some' : 'all'}
        onChange={(chosen) => set({ draw: chosen === 'some' })}
        choices={[
          { value: 'all', label: t('draw.all') },
          { value: 'some', label: t('draw.some'), hint: t('draw.some.hint') },
        ]}
      />
      {draw && (
        <>
          <ChoiceField
            name="margin"
            label={t('draw.margin')}
            hint={t('draw.margin.hint')}
            required
            value={String(margin)}
            onChange={(chosen) => chosen && set({ margin: Number(chosen) })}
            choices={margins.map((one) => ({
              ...{ value: String(one), label: t('draw.points', { margin: one }) },
              hint: t('draw.toAsk', { count: sizeOfSample(people, { margin: one, response }) }),
            }))}
          />
          <ResponseField value={response} onChange={(next) => set({ response: next })} />
        </>
      )}
      {people > 0 && <Expected {...{ people, draw, margin, response }} />}
    </div>
  );
}

interface ExpectedProps extends Pick<SampleProps['draft']['value'], 'draw' | 'margin' | 'response'> {
  readonly people: number;
}

/** How many get it, how many will answer, and how right the figures are then. */
function Expected({ people, draw, margin, response }: ExpectedProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const asked = draw ? sizeOfSample(people, { margin, response }) : people;
  const answers = expectedAnswers(asked, response);
  const precision = precisionOf(answers, people);
  return (
    <p className={styles.text}>
      {asked < people ? t('expect.some', { asked, people }) : t(draw ? 'expect.everybody' : 'expect.all', { people })}{' '}
      {precision !== undefined && t('expect.answers', { response, answers, margin: pointsOf(precision) })}
    </p>
  );
}

export interface ResponseProps {
  readonly value: number;
  onChange(this: void, response: number): void;
}

export function ResponseField({ value, onChange }: ResponseProps): ReactNode {
  const t = useSay(say);
  return (
    <ChoiceField
      name="response"
      label={t('draw.response')}
      hint={t('draw.response.hint')}
      required
      value={String(value)}
      onChange={(chosen) => chosen && onChange(Number(chosen))}
      choices={responses.map((one) => ({ value: String(one), label: t('draw.outOf', { response: one }) }))}
    />
  );
}
