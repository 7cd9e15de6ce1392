/** For coordinators: the link by which the sponsor can thank, since a sponsor has no other door. */
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { CreditPage } from '../model.ts';
import { say } from '../words.ts';

export function SponsorLink({ sponsor }: Pick<CreditPage, 'sponsor'>): ReactNode {
  const t = useSay(say);
  const copy = useOnce(async () => {
    await navigator.clipboard.writeText(sponsor?.link ?? '');
    tell(t('sponsor.copied'));
  });
  if (!sponsor) return undefined;
  return (
    <Section title={t('sponsor.title')}>
      <p>{t('sponsor.text', { name: sponsor.name })}</p>
      <Button disabledFocusable={copy.busy} onClick={() => void copy.start()}>
        {t('sponsor.copy')}
      </Button>
      {copy.problem && <FormProblem problem={copy.problem} />}
    </Section>
  );
}
