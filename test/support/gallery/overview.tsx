/** A participant's page: steps, people, notices, moments, text, a query. */
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../src/ui/button.tsx';
import { Dialog } from '../../../src/ui/dialog.tsx';
import { ask } from '../../../src/ui/http.ts';
import { Empty, Loaded } from '../../../src/ui/loaded.tsx';
import { Markdown } from '../../../src/ui/markdown.tsx';
import { Moment } from '../../../src/ui/moment.tsx';
import { Notice, tell } from '../../../src/ui/notice.tsx';
import { Page, Section } from '../../../src/ui/page.tsx';
import { Person } from '../../../src/ui/person.tsx';
import { Steps } from '../../../src/ui/steps.tsx';

const steps = [
  { key: 'a', title: 'Objectives and needs', line: '86 of 120 answered', state: 'done', to: '/form' },
  { key: 'b', title: 'Recruitment', line: '62 applied', state: 'done', to: '/form' },
  { key: 'c', title: 'Matching', line: 'A proposal waits for you', state: 'now', to: '/form' },
  { key: 'd', title: 'Training and support', line: 'Begins after matching', state: 'later', to: '/form' },
  { key: 'e', title: 'Continuity', line: 'First check-in on 3 May', state: 'later', to: '/form' },
  { key: 'f', title: 'Recognition', line: 'Nothing yet', state: 'later', to: '/form' },
  { key: 'g', title: 'Success stories', line: 'Nothing yet', state: 'later', to: '/form' },
] as const;

export default function Overview(): ReactNode {
  const [asks, setAsks] = useState(false);
  const greeting = useQuery({ queryKey: ['greeting'], queryFn: () => ask<{ text: string }>('GET', '/greeting') });
  return (
    <Page
      title="Growing together"
      lead="A programme of nine months for colleagues who want to take the next step, with somebody who has been there."
      back={{ to: '/programmes', label: 'Programmes' }}
      action={
        <ButtonLink to="/form" appearance="primary">
          Find a time
        </ButtonLink>
      }
    >
      <Section title="Seven steps">
        <Steps label="Seven steps" steps={steps} />
      </Section>
      <Section title="Your mentor" lead="You meet once a month." action={<Button>Write</Button>}>
        <Person name="Anke Van den Berghe" job="Head of laboratory, Ghent" size="large" />
        <Person name="Yusuf Demir" job="Planner" />
        <p>
          Your next meeting: <Moment at={Date.UTC(2026, 2, 3, 9, 0)} zone="Europe/Brussels" />.{' '}
          <TextLink to="/form" inText>
            Move it
          </TextLink>
        </p>
      </Section>
      <Notice title="Three people wait for an answer" intent="warning" actions={<Button>Look</Button>}>
        They accepted a week ago.
      </Notice>
      <Notice intent="success">Published. Everybody has been told.</Notice>
      <Notice intent="info">Answers are counted from five on.</Notice>
      <Notice intent="error" title="This did not work">
        Try again in a moment.
      </Notice>
      <Section title="From the server">
        <Loaded of={greeting}>{({ text }) => <p>{text}</p>}</Loaded>
      </Section>
      <Section title="A story">
        <Markdown
          text={'# Hello\n\nIt was **good**. [More](https://example.com) <b>raw</b> [bad](javascript:alert(1))'}
        />
      </Section>
      <Section>
        <Empty title="No stories yet" text="They appear here when two people agree to tell theirs." />
      </Section>
      <div>
        <Button onClick={() => setAsks(true)}>Leave</Button>
        {asks && (
          <Dialog
            title="Leave the programme?"
            onClose={() => setAsks(false)}
            actions={<Button onClick={() => setAsks(false)}>Stay</Button>}
          >
            <p>You can come back later.</p>
          </Dialog>
        )}
        <Button onClick={() => tell('Removed from the list', { undo: () => tell('It is back') })}>Remove</Button>
      </div>
    </Page>
  );
}
