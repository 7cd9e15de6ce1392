/** The topics in a list to choose from, in their two groups. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../../../ui/language.tsx';
import { mentoringTopics, talkTopics, type SupportTopic } from '../model.ts';
import { say, sayTopic } from '../words.ts';

interface TopicOptionsProps {
  /** Of these alone; all when it is left out. */
  readonly among?: readonly SupportTopic[];
}

export function TopicOptions({ among }: TopicOptionsProps): ReactNode {
  const language = useLanguage();
  const groups = [
    ['mentoring', mentoringTopics],
    ['talk', talkTopics],
  ] as const;
  return groups.map(([group, all]) => {
    const shown = all.filter((one) => among?.includes(one) ?? true);
    return shown.length === 0 ? null : (
      <optgroup key={group} label={say(language, `group.${group}`)}>
        {shown.map((one) => (
          <option key={one} value={one}>
            {sayTopic(language, one)}
          </option>
        ))}
      </optgroup>
    );
  });
}
