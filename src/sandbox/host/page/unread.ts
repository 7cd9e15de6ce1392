/** How many messages of the bot a person has not seen yet, as this browser remembers it. */
import { useEffect } from 'react';
import { useChat } from './known.ts';

const slotOf = (personId: string): string => `seen/${personId}`;

/** While the chat is open everything counts as seen. */
export function useUnread(personId: string, isOpen: boolean): number {
  const chat = useChat(personId);
  const newest = chat.data?.find(({ from }) => from === 'bot')?.id;
  useEffect(() => {
    if (isOpen && newest !== undefined) localStorage.setItem(slotOf(personId), newest);
  }, [isOpen, newest, personId]);
  if (isOpen) return 0;
  // Ids are times, so that what came later is larger.
  const seen = Number(localStorage.getItem(slotOf(personId)) ?? 0);
  return (
    chat.data?.filter(({ from, id, state }) => from === 'bot' && state !== 'deleted' && Number(id) > seen).length ?? 0
  );
}
