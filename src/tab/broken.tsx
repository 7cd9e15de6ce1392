/** Catches what a page throws while it is drawn, and code that could not be fetched: the rest of the tab stays. Give it the address as key. */
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { say } from './words.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
}

export class Boundary extends Component<Props, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

export function Broken(): ReactNode {
  const t = useSay(say);
  return (
    <Page narrow title={t('broken.title')} lead={t('broken.text')}>
      <div>
        <Button appearance="primary" onClick={() => location.reload()}>
          {t('broken.again')}
        </Button>
      </div>
    </Page>
  );
}
