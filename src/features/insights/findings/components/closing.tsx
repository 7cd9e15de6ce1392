/** Asks for a word about each point that is open when a programme is to close, or for one about all. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import type { ClosingWords } from '../../../programmes/model.ts';
import { findFindings } from '../client.ts';
import type { FindingView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

/** What was typed: a word for all, and words for single ones, which come first. */
export interface Typed {
  readonly all: string;
  readonly each: ClosingWords;
}

export function wordsFrom({ all, each }: Typed, open: readonly Pick<FindingView, 'id'>[]): ClosingWords {
  const words = open.map(({ id }): [string, string] => [id, (each[id] ?? '').trim() || all.trim()]);
  return Object.fromEntries(words.filter(([, word]) => word !== ''));
}

export interface ClosingFieldsProps {
  readonly programmeId: string;
  readonly value: Typed;
  onChange(this: void, value: Typed, words: ClosingWords): void;
}

export function ClosingFields({ programmeId, value, onChange }: ClosingFieldsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['findings', programmeId], queryFn: () => findFindings(programmeId) });
  return (
    <Loaded of={found}>
      {({ findings }) => {
        const open = findings.filter(({ state }) => state === 'open');
        const untold = findings.filter(({ state }) => state === 'decided').length;
        const change = (next: Typed): void => onChange(next, wordsFrom(next, open));
        return (
          <div className={styles.fields}>
            {untold > 0 && <p>{t('close.untold', { count: untold })}</p>}
            {open.length > 0 && <p>{t('close.text', { count: open.length })}</p>}
            {open.length > 1 && (
              <LongTextField
                name="all"
                label={t('close.all')}
                most={600}
                value={value.all}
                onChange={(all) => change({ ...value, all })}
              />
            )}
            {open.map(({ id, said }) => (
              <LongTextField
                key={id}
                name={`words.${id}`}
                label={t('close.each', { said })}
                most={600}
                value={value.each[id] ?? ''}
                onChange={(word) => change({ ...value, each: { ...value.each, [id]: word } })}
              />
            ))}
            {open.length > 0 && <TextLink to={`/programmes/${programmeId}/findings`}>{t('close.list')}</TextLink>}
          </div>
        );
      }}
    </Loaded>
  );
}
