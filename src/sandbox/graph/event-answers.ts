/** What those who were asked say to a meeting: yes, perhaps, no; and that somebody passes it on. The organiser's copy shows it. */
import { badRequest, field, listField, textField } from './answers.ts';
import { eventOf } from './events.ts';
import { changeOccurrence, drop, eventIn, keepEverywhere, personAsked } from './mailboxes.ts';
import type { EventResponse, StoredAttendee, StoredEvent } from './state.ts';
import type { GraphCall, GraphWorld, Handler, Handlers } from './world.ts';
import { userOf } from './world.ts';

const answerWith =
  (response: EventResponse): Handler =>
  (call) => {
    const event = eventOf(call);
    if (event.personId === event.organiserId || !personAsked(call.world, event, userOf(call)))
      throw badRequest(
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
        'ErrorInvalidRequest',
      );
    answer(call, event, response);
    return { status: 202 };
  };

/** Nobody hears of it where the answer is not sent: then only the own calendar knows. */
function answer({ world, request }: GraphCall, event: StoredEvent, response: EventResponse): void {
  const isSent = field(request.body, 'sendResponse') !== false;
  const attendees = isSent ? answered(world, event, response) : event.attendees;
  const organisers = organisersCopy(world, event);
  if (event.occurrence) {
    changeOccurrence(world, organisers ?? event, { change: { attendees } });
  } else if (organisers) {
    const now = world.now().toISOString();
    keepEverywhere(world, { ...organisers, attendees, change: organisers.change + 1, lastModifiedDateTime: now });
  }
  if (response === 'declined' && !event.occurrence) drop(world, (each) => each.id === event.id);
}

function answered(world: GraphWorld, event: StoredEvent, response: EventResponse): StoredAttendee[] {
  const answeredAt = world.now().toISOString();
  return event.attendees.map((each) =>
    world.directory.byMail(each.address)?.id === event.personId ? { ...each, response, answeredAt } : each,
  );
}

function organisersCopy(world: GraphWorld, event: StoredEvent): StoredEvent | undefined {
  const { events } = world.store.state;
  const own = events.find((each) => each.iCalUId === event.iCalUId && each.personId === event.organiserId);
  if (!own || !event.occurrence) return own;
  return eventIn(world, own.personId, `${own.id}.on.${event.occurrence.date}`);
}

/** Whoever gets it is asked as well: one attendee more in every copy. */
const forward: Handler = (call) => {
  const event = eventOf(call);
  const wanted = listField(call.request.body, 'toRecipients').map((each) => {
    const email = field(each, 'emailAddress');
    const address = textField(email, 'address');
    if (address === undefined || !address.includes('@'))
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
    return { address, name: textField(email, 'name') ?? address, type: 'required' as const };
  });
  if (wanted.length === 0) throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
  const { world } = call;
  const organisers = organisersCopy(world, event) ?? event;
  const known = new Set(organisers.attendees.map(({ address }) => address.toLowerCase()));
  const attendees = [...organisers.attendees, ...wanted.filter(({ address }) => !known.has(address.toLowerCase()))];
  const now = world.now().toISOString();
  if (organisers.occurrence) changeOccurrence(world, organisers, { change: { attendees } });
  else keepEverywhere(world, { ...organisers, attendees, change: organisers.change + 1, lastModifiedDateTime: now });
  return { status: 202 };
};

export const eventAnswerHandlers: Handlers = {
  'POST /users/{user}/events/{event}/accept': answerWith('accepted'),
  'POST /users/{user}/events/{event}/tentativelyAccept': answerWith('tentativelyAccepted'),
  'POST /users/{user}/events/{event}/decline': answerWith('declined'),
  'POST /users/{user}/events/{event}/forward': forward,
};
