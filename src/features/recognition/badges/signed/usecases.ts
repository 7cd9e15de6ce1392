/** A signed copy of a badge for its person, and what anybody may fetch to check one: the issuer, what a badge means, the key. */
import type { Caller, Download } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { newUuid } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { folded, type Language } from '../../../../platform/words.ts';
import { personOf } from '../../../people/usecases.ts';
import { allBadges, type BadgeId } from '../model.ts';
import { badgeOf } from '../usecases.ts';
import { achievementOf, credentialOf, issuerOf, keyAddress, nameOf } from './rules.ts';

/** Compact JWS. The words in it are in the caller's language. */
export async function signedBadge(deps: Platform, { personId, language }: Caller, id: BadgeId): Promise<Download> {
  const { baseUrl: base } = deps.config;
  const [badge, { name }] = await Promise.all([badgeOf(deps, personId, id), personOf(deps, personId)]);
  const [credentialUuid, subjectUuid] = [newUuid(), newUuid()];
  const facts = { base, language, badge, name, credentialUuid, subjectUuid, now: deps.clock.now() };
  const token = await deps.signer.sign(credentialOf(facts), (keyId) => keyAddress(base, keyId));
  const file = folded(nameOf(language, badge)).replaceAll(/[^a-z0-9]+/g, '-');
  return { name: `${file}.jwt`, type: 'application/vc+jwt', bytes: new TextEncoder().encode(token) };
}

/** Who issues badges. */
export const issuerDocument = ({ config }: Platform): object => issuerOf(config.baseUrl);

/** What a badge means, and by which rule it is given. */
export function achievementDocument({ config }: Platform, name: string, language: Language): object {
  const [one] = allBadges.filter(({ id }) => id === name);
  if (!one) throw new Failure('not-found', 'not-found');
  return achievementOf(config.baseUrl, language, one);
}

/** As a JWK, whose id is the address at which it stands. */
export async function keyDocument(deps: Platform, keyId: string): Promise<object> {
  const open = await deps.signer.openKey(keyId);
  if (!open) throw new Failure('not-found', 'not-found');
  return { ...open, alg: 'RS256', use: 'sig', kid: keyAddress(deps.config.baseUrl, keyId) };
}
