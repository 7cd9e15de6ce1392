/**
 * A badge as an Open Badges 3.0 credential in the JSON Web Token proof format (1EdTech, section 8.2): the payload is the credential itself
 * with `iss`, `jti`, `nbf` and `sub`. Whoever holds the file can check it by the key that its header names.
 */
import type { Language } from '../../../../platform/words.ts';
import type { Side } from '../../../pairs/model.ts';
import type { Badge, BadgeId, BadgeKind } from '../model.ts';
import { say } from '../words.ts';

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

/** Addresses under which anybody may fetch who issues badges, what one means, and the key. */
export const issuerAddress = (base: string): string => `${base}/badges`;
export const achievementAddress = (base: string, id: BadgeId): string => `${base}/badges/${id}`;
export const keyAddress = (base: string, keyId: string): string => `${base}/badges/keys/${keyId}`;

export function issuerOf(base: string): object {
  return { id: issuerAddress(base), type: ['Profile'], name: `Tandem, ${new URL(base).host}`, url: base };
}

export function achievementOf(base: string, language: Language, one: { id: BadgeId; kind: BadgeKind; side: Side }) {
  return {
    ...{ id: achievementAddress(base, one.id), type: ['Achievement'], inLanguage: language },
    name: nameOf(language, one),
    description: say(language, `about.${one.kind}`),
    criteria: { narrative: say(language, `rule.${one.kind}`) },
  };
}

export function nameOf(language: Language, { kind, side }: Pick<Badge, 'kind' | 'side'>): string {
  return `${say(language, `kind.${kind}`)} · ${say(language, `side.${side}`)}`;
}

export interface CredentialFacts {
  readonly base: string;
  readonly language: Language;
  readonly badge: Badge;
  readonly name: string;
  /** UUIDs of chance: the file says nothing by which it could be joined to others. */
  readonly credentialUuid: string;
  readonly subjectUuid: string;
  readonly now: number;
}

/** Valid from the badge's day, where one is known; whole seconds, so that `nbf` and `validFrom` are the same instant. */
export function credentialOf({ base, language, badge, name, credentialUuid, subjectUuid, now }: CredentialFacts) {
  const seconds = Math.floor(Math.min(badge.at ?? now, now) / 1000);
  const [id, subject] = [`urn:uuid:${credentialUuid}`, `urn:uuid:${subjectUuid}`];
  return {
    '@context': contexts,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: issuerOf(base),
    validFrom: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
    name: nameOf(language, badge),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
      achievement: achievementOf(base, language, badge),
    },
    ...{ iss: issuerAddress(base), jti: id, nbf: seconds, sub: subject },
  };
}
