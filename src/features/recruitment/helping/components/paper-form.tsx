/** One paper, typed by keyboard: its number, its person, and the codes of the ticked boxes. Enter sends it, and the next can begin. */
import { useState, type ReactNode } from 'react';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form } from '../../../../ui/form.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { PersonField } from '../../../people/components/person-field.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { enterForm, fileOf } from '../../outside/client.ts';
import { say } from '../../outside/words.ts';
import { SlipReady } from './assisted.tsx';

const empty = { serial: '', boxes: '', motivation: '' };

export function PaperForm({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const [typed, setTyped] = useState(empty);
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const [slip, setSlip] = useState<{ file: File; name: string }>();
  const [person] = chosen;
  const set = (part: Partial<typeof empty>): void => setTyped((before) => ({ ...before, ...part }));
  const begin = (): void => {
    setTyped(empty);
    setChosen([]);
    setSlip(undefined);
  };
  const enter = async (): Promise<void> => {
    if (!person) throw new Problem(422, { detail: t('help.person.needed') });
    const { outcome, wrong, slip: handed } = await enterForm(programmeId, { ...typed, personId: person.id });
    if (wrong) throw new Problem(422, { detail: t(`wrong.${wrong.problem}`, { about: wrong.about }) });
    begin();
    if (handed) setSlip({ file: fileOf(handed), name: person.name });
    else
      tell(t(`paper.${outcome === 'applied' ? 'applied' : 'waiting'}`, { name: person.name }), { intent: 'success' });
  };
  if (slip) return <SlipReady slip={slip.file} name={slip.name} onDone={begin} />;
  return (
    <Section title={t('paper.title')} lead={t('paper.lead')}>
      <Form submit={t('paper.enter')} onSubmit={enter}>
        <TextField
          {...{ name: 'serial', label: t('paper.serial'), hint: t('paper.serial.hint'), required: true, most: 40 }}
          value={typed.serial}
          onChange={(serial) => set({ serial })}
        />
        <PersonField {...{ name: 'paper-person', label: t('paper.person'), most: 1, chosen }} onChange={setChosen} />
        <TextField
          {...{ name: 'boxes', label: t('paper.boxes'), hint: t('paper.boxes.hint'), required: true, most: 600 }}
          value={typed.boxes}
          onChange={(boxes) => set({ boxes })}
        />
        <LongTextField
          {...{ name: 'paper-motivation', label: t('paper.motivation'), most: 600, value: typed.motivation }}
          onChange={(motivation) => set({ motivation })}
        />
      </Form>
    </Section>
  );
}
