/** A coordinator's page: figures, bars, a long list. */
import type { ReactNode } from 'react';
import { Bars } from '../../../src/ui/bars.tsx';
import { Figure, Figures } from '../../../src/ui/figure.tsx';
import { DataList } from '../../../src/ui/list.tsx';
import { Page, Section } from '../../../src/ui/page.tsx';
import { Person } from '../../../src/ui/person.tsx';

const names = ['Élodie Lambert', 'Jan Peeters', 'Fatima El Amrani', 'Sander de Vries'];
const rows = Array.from({ length: 64 }, (_, index) => ({
  id: String(index),
  name: `${names[index % 4]} ${String(index)}`,
  meetings: (index * 7) % 11,
}));

export default function HowItGoes(): ReactNode {
  return (
    <Page title="How it goes" lead="What the answers say, without saying who said it.">
      <Section title="In figures">
        <Figures>
          <Figure value={1240} label="people reached" to="/form" />
          <Figure value={62} label="applied" hint="goal: 60" />
          <Figure value="under 10" label="waiting for a mentor" />
        </Figures>
      </Section>
      <Section title="What people hope for">
        <Bars
          label="What people hope for"
          bars={[
            { label: 'A clear next step', value: 62, text: '62 %' },
            { label: 'Someone to talk to', value: 41, text: '41 %' },
            { label: 'A larger network', value: 17, text: '17 %' },
          ]}
          full={100}
        />
      </Section>
      <Section title="Pairs">
        <DataList
          label="Pairs"
          rows={rows}
          rowKey={({ id }) => id}
          empty="None"
          columns={[
            {
              key: 'name',
              title: 'Who',
              cell: ({ name }) => <Person name={name} job="Mentee" />,
              text: ({ name }) => name,
              sort: ({ name }) => name,
            },
            { key: 'meetings', title: 'Meetings', cell: ({ meetings }) => meetings, sort: ({ meetings }) => meetings },
          ]}
        />
      </Section>
    </Page>
  );
}
