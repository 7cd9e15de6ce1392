/** A tick of its own, never ticked beforehand: whether the manager may be told, with the very text. Nothing where nobody is asked. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TickField } from '../../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { agree, findManagerWord, takeBack } from '../../rounds/client.ts';
import type { WordPage, WordText } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  text: {
    maxWidth: '64ch',
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    '& p': { margin: `${tokens.spacingVerticalXS} 0` },
  },
  label: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function ManagerWord({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['manager-word', programmeId], queryFn: () => findManagerWord(programmeId) });
  if (!found.data?.isAsked) return undefined;
  const { manager, state } = found.data;
  return (
    <section>
      <h3>{t('tick.title')}</h3>
      {manager === undefined && <p>{t('tick.none')}</p>}
      {manager !== undefined && state === 'sent' && <p>{t('tick.sent', { manager })}</p>}
      {manager !== undefined && state !== 'sent' && (
        <Tick programmeId={programmeId} page={found.data} manager={manager} />
      )}
    </section>
  );
}

interface TickProps {
  readonly programmeId: string;
  readonly page: WordPage;
  readonly manager: string;
}

function Tick({ programmeId, page: { state, texts }, manager }: TickProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const isOn = state === 'agreed';
  const change = useOnce(async () => {
    await (isOn ? takeBack : agree)(programmeId);
    await queries.invalidateQueries({ queryKey: ['manager-word', programmeId] });
    tell(t(isOn ? 'tick.off' : 'tick.on', { manager }));
  });
  const [exact, same] = texts;
  if (!exact) return undefined;
  return (
    <>
      <p>{t('tick.lead', { manager })}</p>
      <Text label={t('tick.text', { manager, language: t(`language.${exact.language}`) })} text={exact} />
      {same && <Text label={t('tick.same')} text={same} />}
      <TickField
        // Shown at once as it was pressed; it goes back where it could not be kept.
        {...{
          name: 'manager-word',
          label: t('tick.label', { manager }),
          hint: t('tick.hint'),
          value: isOn !== change.busy,
        }}
        onChange={() => void change.start()}
      />
      {change.problem && <FormProblem problem={change.problem} />}
      <Receipt of="manager-word" />
    </>
  );
}

function Text({ label, text }: { readonly label: string; readonly text: WordText }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.label}>{label}</p>
      <div className={styles.text} lang={text.language}>
        <p>
          <strong>{text.title}</strong>
        </p>
        {text.paragraphs.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
    </>
  );
}
