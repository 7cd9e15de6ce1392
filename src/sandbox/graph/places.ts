/** Rooms that can be booked, as the Places API lists them: those of the organisation's resource mailboxes. */
import type { SandboxPerson } from '../organisation/model.ts';
import { ok } from './answers.ts';
import type { Entity } from './odata.ts';
import type { Handlers } from './world.ts';

export const placeHandlers: Handlers = {
  'GET /places/microsoft.graph.room': ({ world }) =>
    ok({
      '@odata.context': `${world.linkBase}/$metadata#places/microsoft.graph.room`,
      value: world.organisation.people.filter(({ mailbox }) => mailbox?.purpose === 'room').map(roomEntity),
    }),
};

const usualSeats = 4;

function roomEntity({ id, displayName, mail, officeLocation, city, country }: SandboxPerson): Entity {
  return {
    ...{ id, displayName, emailAddress: mail, capacity: usualSeats, building: officeLocation, floorNumber: 1 },
    ...{ bookingType: 'standard', isWheelChairAccessible: true, tags: [], phone: null, nickname: null, label: null },
    ...{
      audioDeviceName: null,
      videoDeviceName: null,
      displayDeviceName: null,
      floorLabel: null,
      geoCoordinates: null,
    },
    address: { street: null, city, state: null, countryOrRegion: country, postalCode: null },
  };
}
