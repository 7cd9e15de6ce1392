/** Cards of the chat as Teams draws them, as many as the server has, with buttons that can be pressed. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import CardView from '../../../src/ui/card-view.tsx';
import { ask } from '../../../src/ui/http.ts';
import { Loaded } from '../../../src/ui/loaded.tsx';
import { Page } from '../../../src/ui/page.tsx';

interface Shown {
  readonly name: string;
  readonly card: object;
}

export default function Cards(): ReactNode {
  const cards = useQuery({ queryKey: ['cards'], queryFn: () => ask<Shown[]>('GET', '/cards') });
  return (
    <Page title="Cards">
      <Loaded of={cards}>
        {(found) =>
          found.map(({ name, card }) => <CardView key={name} card={card} label={name} onPress={() => undefined} />)
        }
      </Loaded>
    </Page>
  );
}
