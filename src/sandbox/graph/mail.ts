/** Mail: accepted at once, then delivered to the mailboxes here; what cannot be delivered comes back to the sender. */
import type { SandboxPerson } from '../organisation/model.ts';
import { badRequest, field, listField, textField } from './answers.ts';
import { mailboxOf } from './mailbox-settings.ts';
import type { Address, StoredMail } from './state.ts';
import type { GraphCall, GraphWorld, Handlers } from './world.ts';
import { userOf } from './world.ts';

export const mailHandlers: Handlers = {
  'POST /users/{user}/sendMail': (call) => {
    const sender = userOf(call);
    mailboxOf(sender);
    const letter = letterOf(call, sender);
    deliver(call.world, sender, letter);
    if (field(call.request.body, 'saveToSentItems') !== false) put(call.world, sender.id, 'sentitems', letter);
    return { status: 202 };
  },
};

type Letter = Omit<StoredMail, 'id' | 'personId' | 'folder'>;

function letterOf({ world, request }: GraphCall, sender: SandboxPerson): Letter {
  const message = field(request.body, 'message');
  const to = recipientsOf(message, 'toRecipients');
  const cc = [...recipientsOf(message, 'ccRecipients'), ...recipientsOf(message, 'bccRecipients')];
  if (to.length + cc.length === 0) throw invalidRecipients();
  const body = field(message, 'body');
  return {
    from: { name: sender.displayName, address: sender.mail ?? sender.userPrincipalName },
    to,
    cc,
    subject: textField(message, 'subject') ?? '',
    contentType: textField(body, 'contentType')?.toLowerCase() === 'html' ? 'html' : 'text',
    content: textField(body, 'content') ?? '',
    attachments: listField(message, 'attachments').map((attachment) => ({
      name: textField(attachment, 'name') ?? '',
      contentType: textField(attachment, 'contentType') ?? 'application/octet-stream',
      contentBytes: textField(attachment, 'contentBytes') ?? '',
    })),
    sentDateTime: world.now().toISOString(),
  };
}

function recipientsOf(message: unknown, name: string): Address[] {
  return listField(message, name).map((recipient) => {
    const email = field(recipient, 'emailAddress');
    const address = textField(email, 'address');
    if (address === undefined || !/^[^\s@]+@[^\s@]+$/u.test(address)) throw invalidRecipients();
    return { address, name: textField(email, 'name') ?? address };
  });
}

function invalidRecipients(): Error {
  return badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
}

/** Other organisations take every mail; in this one an address without a mailbox gives a report to the sender. */
function deliver(world: GraphWorld, sender: SandboxPerson, letter: Letter): void {
  const { domain } = world.organisation;
  for (const { address } of [...letter.to, ...letter.cc]) {
    const person = world.directory.byMail(address);
    const isOurs = address.toLowerCase().endsWith(`@${domain}`) || address.toLowerCase().endsWith(`.${domain}`);
    if (person && (person.mailbox || person.userType === 'Guest')) put(world, person.id, 'inbox', letter);
    else if (isOurs) put(world, sender.id, 'inbox', reportFor(letter, address, domain));
  }
}

function reportFor(letter: Letter, address: string, domain: string): Letter {
  return {
    ...letter,
    from: { name: 'Microsoft Outlook', address: `postmaster@${domain}` },
    to: [letter.from],
    cc: [],
    subject: `Undeliverable: ${letter.subject}`,
    contentType: 'text',
    content: `Your message to ${address} couldn't be delivered. ${address} wasn't found at ${domain}. 550 5.1.10 RESOLVER.ADR.RecipientNotFound`,
    attachments: [],
  };
}

function put({ store }: GraphWorld, personId: string, folder: StoredMail['folder'], letter: Letter): void {
  store.state.mails.push({ id: `AAMk${store.newId('mail')}`, personId, folder, ...letter });
  store.touch();
}
