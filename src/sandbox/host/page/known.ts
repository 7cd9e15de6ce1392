/** What several parts of the page look at: people, suggestions, the clock, the chosen person's chat. */
import { useQuery } from '@tanstack/react-query';
import {
  control,
  type ClockReading,
  type Kind,
  type Message,
  type ShownPerson,
  type Suggestion,
  type World,
} from './control.ts';

export const usePeople = () =>
  useQuery({ queryKey: ['people'], queryFn: () => control<ShownPerson[]>('/people'), staleTime: Infinity });

export const useWorld = () => useQuery({ queryKey: ['world'], queryFn: () => control<World>(''), staleTime: Infinity });

export const useClock = () =>
  useQuery({ queryKey: ['clock'], queryFn: () => control<ClockReading>('/clock'), refetchInterval: 1000 });

export const useSuggestions = () =>
  useQuery({
    queryKey: ['suggestions'],
    queryFn: () => control<Suggestion[]>('/suggestions'),
    refetchInterval: 15_000,
  });

export const chatKey = (personId: string): readonly string[] => ['chat', personId];

/** Newest first. */
export const useChat = (personId: string) =>
  useQuery({
    queryKey: chatKey(personId),
    queryFn: () => control<Message[]>(`/chat?personId=${personId}`),
    refetchInterval: 1500,
  });

export type KindOfPerson = Kind | 'employee' | 'guest' | 'service';

/** What a person can try: by what waits in the chat, or else by the role in the organisation. */
export function kindOf(person: ShownPerson, suggestions: readonly Suggestion[]): KindOfPerson {
  return suggestions.find(({ personId }) => personId === person.id)?.kind ?? person.role;
}
