/** One topic, in a form. */
import type { ReactNode } from 'react';
import { FieldFrame, useChange, type FieldProps } from '../../../../ui/frame.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { supportTopics, type SupportTopic } from '../model.ts';
import { say } from '../words.ts';
import { TopicOptions } from './topic-options.tsx';

export function TopicField(props: FieldProps<SupportTopic | undefined>): ReactNode {
  const t = useSay(say);
  const change = useChange(props);
  return (
    <FieldFrame {...props}>
      <Select value={props.value ?? ''} onChange={(value) => change(supportTopics.find((one) => one === value))}>
        <option value="">{t('choose')}</option>
        <TopicOptions />
      </Select>
    </FieldFrame>
  );
}
