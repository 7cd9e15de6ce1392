/** Where stories stand besides the gallery: put into a channel, noted elsewhere, taken down. What has to go stands first. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Form, FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { listPlaces, markGone, notePlace, postInto } from '../client.ts';
import { outsideKinds, placeReach, reaches, type PlaceKind, type PlaceView, type StoryView } from '../model.ts';
import { say } from '../words.ts';
import { useChannels } from './review.tsx';

const useStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalXL}`, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  where: { overflowWrap: 'anywhere' },
  off: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
});

export function Places(props: { readonly programmeId: string; readonly published: readonly StoryView[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { programmeId, published } = props;
  const places = useQuery({ queryKey: ['story-places', programmeId], queryFn: () => listPlaces(programmeId) });
  return (
    <Section title={t('places.title')} lead={t('places.lead')}>
      <Loaded of={places}>
        {(found) =>
          found.length === 0 ? (
            <p>{t('places.none')}</p>
          ) : (
            <ul className={styles.list}>
              {found.map((place) => (
                <PlaceLine key={place.id + place.storyId} {...{ programmeId, place }} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {published.length > 0 && <AddPlace published={published} />}
    </Section>
  );
}

function PlaceLine({ programmeId, place }: { readonly programmeId: string; readonly place: PlaceView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const gone = useOnce(async () => {
    await markGone(programmeId, place);
    await queries.invalidateQueries({ queryKey: ['story-places', programmeId] });
    tell(t('places.gone.done'), { intent: 'success' });
  });
  return (
    <li className={styles.item}>
      <span className={styles.where}>
        {t(`place.${place.kind}`)}: {place.where}
        {place.title !== '' && <> · {place.title}</>}
        <br />
        <span className={place.state === 'to-take-down' ? styles.off : ''}>{t(`places.state.${place.state}`)}</span>
      </span>
      {place.state !== 'gone' && (place.kind !== 'channel' || place.state === 'to-take-down') && (
        <Button disabledFocusable={gone.busy} onClick={() => void gone.start()}>
          {t('places.gone')}
        </Button>
      )}
      {gone.problem && <FormProblem problem={gone.problem} />}
    </li>
  );
}

/** Only kinds as far as those who told it agreed to. */
function kindsFor({ standing }: StoryView): PlaceKind[] {
  const far = reaches.indexOf(standing?.reach ?? 'team');
  const kinds: readonly PlaceKind[] = ['channel', ...outsideKinds];
  return kinds.filter((kind) => reaches.indexOf(placeReach[kind]) <= far);
}

function AddPlace({ published }: { readonly published: readonly StoryView[] }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const channels = useChannels();
  const [storyId, setStoryId] = useState<string>();
  const [kind, setKind] = useState<PlaceKind>();
  const [where, setWhere] = useState('');
  const story = published.find(({ id }) => id === storyId) ?? (published.length === 1 ? published[0] : undefined);
  const send = async (): Promise<void> => {
    if (!story || !kind) return;
    if (kind === 'channel') await postInto(story, where);
    else await notePlace(story, { kind, where });
    await queries.invalidateQueries();
    setWhere('');
    tell(t(kind === 'channel' ? 'places.post.sent' : 'places.noted'), { intent: 'success' });
  };
  return (
    <Form submit={t(kind === 'channel' ? 'places.post.send' : 'places.note')} onSubmit={send}>
      {published.length > 1 && (
        <ChoiceField
          {...{ name: 'storyId', label: t('places.story'), required: true, value: storyId, onChange: setStoryId }}
          choices={published.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {story && (
        <ChoiceField
          {...{ name: 'kind', label: t('places.kind'), required: true, value: kind }}
          onChange={(next) => {
            setKind(next);
            setWhere('');
          }}
          choices={kindsFor(story).map((value) => ({ value, label: t(`place.${value}`) }))}
        />
      )}
      {kind === 'channel' && (
        <ChoiceField
          {...{ name: 'channelId', label: t('places.channel'), required: true, value: where }}
          onChange={(next) => setWhere(next ?? '')}
          choices={channels}
        />
      )}
      {kind !== undefined && kind !== 'channel' && (
        <TextField
          {...{ name: 'where', label: t('places.where'), hint: t('places.where.hint'), required: true, most: 300 }}
          value={where}
          onChange={setWhere}
        />
      )}
    </Form>
  );
}
