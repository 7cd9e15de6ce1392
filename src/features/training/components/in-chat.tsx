import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { sendToChat } from '../client.ts';
import { say } from '../words.ts';

/** Goes on with a course in chat, from where its reader is. */
export function InChat({ courseId }: { readonly courseId: string }): ReactNode {
  const t = useSay(say);
  const chat = useOnce(async () => {
    await sendToChat(courseId);
    tell(t('page.sent'));
  });
  return (
    <>
      {chat.problem && <FormProblem problem={chat.problem} />}
      <Button appearance="subtle" onClick={() => void chat.start()} disabledFocusable={chat.busy}>
        {t('page.chat')}
      </Button>
    </>
  );
}
