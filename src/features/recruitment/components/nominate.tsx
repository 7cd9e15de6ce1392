/** Naming a colleague who is then asked; whatever becomes of it, there are thanks and nothing else. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Form } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { PersonCard } from '../../people/model.ts';
import { nominate } from '../client.ts';
import { say } from '../applying/words.ts';

const PersonField = lazy(async () => ({
  default: (await import('../../people/components/person-field.tsx')).PersonField,
}));

export function Nominate({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const send = async (): Promise<void> => {
    const [one] = chosen;
    if (!one) throw new Problem(422, { detail: t('nominate.nobody') });
    await nominate(programmeId, one.id);
    setChosen([]);
    tell(t('nominate.thanks'), { intent: 'success' });
  };
  return (
    <Section title={t('nominate.title')}>
      <p>{t('nominate.text')}</p>
      <Form submit={t('nominate.do')} onSubmit={send} isBeside>
        <Suspense>
          <PersonField name="named" label={t('nominate.whom')} most={1} chosen={chosen} onChange={setChosen} />
        </Suspense>
      </Form>
    </Section>
  );
}
