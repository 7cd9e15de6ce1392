/** Whom a call asks: everybody, people whom rules describe, or a selection that was kept; and at once how many that are. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import type { AudienceCounts } from '../../../surveys/audience/model.ts';
import { holdEnter, RulesBuilder } from '../../../surveys/audience/components/rules-builder.tsx';
import { describeAudience } from '../../../surveys/audience/telling/rules.ts';
import { say as sayRules } from '../../../surveys/audience/words.ts';
import { countAudience } from '../../../surveys/client.ts';
import { findSaved } from '../client.ts';
import type { SavedLine } from '../model.ts';
import { say } from '../words.ts';
import { audienceOf, type WhomDraft } from './draft.ts';
import { ReachOf } from './reach.tsx';
import { SaveAudience, SavedChoice } from './saved.tsx';
import { Suggestions } from './suggestions.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  told: { margin: 0, maxWidth: '72ch', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface AudienceFieldProps {
  readonly programmeId: string;
  readonly value: WhomDraft;
  onChange(this: void, next: WhomDraft): void;
}

export function AudienceField(props: AudienceFieldProps): ReactNode {
  const styles = useStyles();
  const { programmeId } = props;
  const counts = useQuery({ queryKey: ['surveys', 'audience'], queryFn: countAudience });
  const saved = useQuery({ queryKey: ['audiences', programmeId], queryFn: () => findSaved(programmeId) });
  return (
    <div className={styles.all} ref={holdEnter}>
      <Loaded of={counts}>
        {(found) => <Loaded of={saved}>{(lines) => <Fields {...props} counts={found} lines={lines} />}</Loaded>}
      </Loaded>
    </div>
  );
}

interface FieldsProps extends AudienceFieldProps {
  readonly counts: AudienceCounts;
  readonly lines: readonly SavedLine[];
}

function Fields({ programmeId, value, onChange, counts, lines }: FieldsProps): ReactNode {
  const t = useSay(say);
  const rule = useSay(sayRules);
  const styles = useStyles();
  const language = useLanguage();
  const audience = audienceOf(value);
  const kinds = lines.length > 0 ? (['certain', 'saved', 'everybody'] as const) : (['certain', 'everybody'] as const);
  const labels = {
    everybody: rule('everybody.here', { count: counts.everybody }),
    certain: rule('certain'),
    saved: t('whom.saved'),
  };
  return (
    <>
      <ChoiceField
        {...{ name: 'audience', label: t('whom.label'), required: true, value: value.kind }}
        onChange={(kind) => onChange({ ...value, kind: kind ?? 'certain' })}
        choices={kinds.map((kind) => ({ value: kind, label: labels[kind] }))}
      />
      {value.kind === 'certain' && <Suggestions {...{ programmeId, onChange }} />}
      {value.kind === 'certain' && (
        <RulesBuilder value={value} onChange={(rules) => onChange({ ...value, ...rules })} counts={counts} />
      )}
      {value.kind === 'saved' && <SavedChoice {...{ programmeId, value, onChange, lines }} />}
      {audience ? (
        <>
          <p className={styles.told}>{t('whom.told', { sentence: describeAudience(language, audience) })}</p>
          <ReachOf programmeId={programmeId} audience={audience} />
        </>
      ) : (
        value.kind === 'certain' && <p className={styles.told}>{rule('incomplete')}</p>
      )}
      {value.kind === 'certain' && audience && <SaveAudience {...{ programmeId, audience }} />}
    </>
  );
}
