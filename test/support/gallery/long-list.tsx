/** Ten thousand rows, of which one can be taken out. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../src/ui/button.tsx';
import { DataList } from '../../../src/ui/list.tsx';
import { Page, Section } from '../../../src/ui/page.tsx';
import { Person } from '../../../src/ui/person.tsx';

const names = ['Élodie Lambert', 'Jan Peeters', 'Fatima El Amrani', 'محمد عبد الله', '王小明', 'Sander de Vries'];
const all = Array.from({ length: 10_000 }, (_, at) => ({
  id: String(at),
  name: `${names[at % names.length]} ${String(at)}`,
  place: `Department ${String(at % 37)}`,
  meetings: (at * 7) % 11,
}));

export default function LongList(): ReactNode {
  const [rows, setRows] = useState(all);
  return (
    <Page title="Ten thousand">
      <Section>
        <DataList
          label="Everybody"
          rows={rows}
          rowKey={({ id }) => id}
          empty="None"
          columns={[
            {
              ...{ key: 'name', title: 'Who', text: ({ name }) => name, sort: ({ name }) => name },
              cell: ({ name, place }) => <Person name={name} job={place} />,
            },
            { key: 'place', title: 'Where', cell: ({ place }) => place, text: ({ place }) => place },
            { key: 'meetings', title: 'Meetings', cell: ({ meetings }) => meetings, sort: ({ meetings }) => meetings },
            {
              ...{ key: 'do', title: 'To do' },
              cell: ({ id, name }) => (
                <Button
                  aria-label={`Take out ${name}`}
                  onClick={() => setRows((before) => before.filter((one) => one.id !== id))}
                >
                  Take out
                </Button>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
