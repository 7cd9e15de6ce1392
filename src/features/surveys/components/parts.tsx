/** One question by department and site: what was released of each part, or in one sentence why it was not. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { regionOf } from '../../../platform/words.ts';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Cut } from '../../release/cuts/model.ts';
import type { SurveyPage } from '../model.ts';
import type { Question } from '../questions/model.ts';
import { nameIn } from '../questions/rules.ts';
import { say } from '../words.ts';
import { useHeadcount } from './sayings.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  withheld: { color: tokens.colorNeutralForeground2 },
});

export interface ByPartProps {
  readonly questions: readonly Question[];
  readonly parts: SurveyPage['parts'];
}

export function ByPart({ questions, parts }: ByPartProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const [chosen, setChosen] = useState(parts[0]?.itemId);
  const item = parts.find(({ itemId }) => itemId === chosen) ?? parts[0];
  if (!item) return null;
  return (
    <Section title={t('parts.title')} lead={t('parts.lead')}>
      <div className={styles.stack}>
        <ChoiceField
          name="item"
          label={t('parts.item')}
          required
          value={item.itemId}
          onChange={setChosen}
          choices={questions
            .filter(({ id }) => parts.some(({ itemId }) => itemId === id))
            .map((one) => ({ value: one.id, label: nameIn(one, language) }))}
        />
        <Parts cuts={item.cuts} />
      </div>
    </Section>
  );
}

const nameOf = ({ parts }: Cut): string => parts.map(({ value }) => value).join(', ');

function Parts({ cuts }: { readonly cuts: readonly Cut[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  const columns: readonly Column<Cut>[] = [
    { key: 'part', title: t('parts.part'), cell: nameOf, sort: nameOf, text: nameOf },
    { key: 'people', title: t('parts.people'), cell: ({ people }) => countOf(people) },
    { key: 'average', title: t('parts.average'), cell: ({ figure }) => <Average figure={figure} /> },
  ];
  return (
    <DataList
      label={t('parts.title')}
      rows={cuts}
      columns={columns}
      rowKey={({ parts }) => parts.map(({ attribute, value }) => `${attribute}=${value}`).join()}
      empty={<p className={styles.none}>{t('parts.none')}</p>}
    />
  );
}

function Average({ figure }: { readonly figure: Cut['figure'] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const region = regionOf(useLanguage());
  if (figure.state === 'mean') return figure.mean.toLocaleString(region, { minimumFractionDigits: 1 });
  if (figure.state === 'withheld') return <span className={styles.withheld}>{t(`parts.${figure.reason}`)}</span>;
  return t(`parts.${figure.side === 'low' ? 'low' : 'high'}`);
}
