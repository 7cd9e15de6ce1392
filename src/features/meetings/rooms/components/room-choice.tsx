/** Online or in a room, where the two work at one site and a room is free; nothing to choose otherwise. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { PairAddress } from '../../model.ts';
import { findRooms } from '../client.ts';
import { say } from '../words.ts';

export interface RoomChoiceProps {
  readonly at: PairAddress;
  readonly start: number;
  readonly minutes: number;
  /** The address of a room; nothing for online. */
  readonly room: string | undefined;
  setRoom(this: void, room: string | undefined): void;
}

const online = 'online';

export function RoomChoice({ at, start, minutes, room, setRoom }: RoomChoiceProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({
    queryKey: ['rooms', at.pairId, start, minutes],
    queryFn: () => findRooms(at, start, minutes),
  });
  if (!found.data?.length) return null;
  const rooms = found.data.map(({ address, name, seats }) => ({
    value: address,
    label: name,
    ...(seats === undefined ? {} : { hint: t('seats', { seats }) }),
  }));
  return (
    <ChoiceField
      name="room"
      label={t('where')}
      required
      value={room ?? online}
      onChange={(value) => setRoom(value === online ? undefined : value)}
      choices={[{ value: online, label: t('online') }, ...rooms]}
    />
  );
}
