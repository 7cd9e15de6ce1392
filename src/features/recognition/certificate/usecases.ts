/** The verbs of a certificate: see what could be on it, have it made with what was ticked, fetch its papers, and withdraw it. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import { newLongSecret } from '../../../platform/long-secrets.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import type { Language } from '../../../platform/words.ts';
import type { Side } from '../../pairs/model.ts';
import { courseOf } from '../../training/usecases.ts';
import { completedBy, factsFor, type Completed } from './facts/usecases.ts';
import type { Certificate, CertificateDraft, CertificateOffer, MadeCertificate, PaperKind } from './model.ts';
import { addToProfileLink, certificatePaper, letterOf, letterPaper, type TitleOf } from './rules.ts';
import { certificateLinks, certificates, linksPartition } from './store.ts';
import { fingerprintOf, linkOf } from './verifying/rules.ts';
import { say } from './words.ts';

/** Of a programme, on one side. */
export interface CertificateAddress {
  readonly programmeId: string;
  readonly side: Side;
}

/** Every programme that the person completed, the last one first; one that was made stays, whatever became of its programme. */
export async function myCertificates(deps: Platform, { personId }: Caller): Promise<CertificateOffer[]> {
  const [completed, kept] = await Promise.all([completedBy(deps, personId), certificates.list(deps.tables, personId)]);
  const offers = completed.map((one) => {
    const made = kept.find(({ value }) => isOf(one, value))?.value;
    return offerOf(deps, one, made);
  });
  const others = kept.filter(({ value }) => !completed.some((one) => isOf(one, value)));
  const left = others.map(({ value }): CertificateOffer => {
    const { programmeId, side, facts } = value;
    return { programmeId, side, all: facts, goals: [], made: madeOf(deps, value, undefined) };
  });
  return [...offers, ...left].toSorted((a, b) => (a.all.to > b.all.to ? -1 : 1));
}

const isOf = (one: CertificateAddress, other: CertificateAddress): boolean =>
  one.programmeId === other.programmeId && one.side === other.side;

function offerOf(deps: Platform, one: Completed, made: Certificate | undefined): CertificateOffer {
  const { programmeId, side, goals } = one;
  const everything = { hours: true, courses: true, goals: goals.map(({ id }) => id) };
  return {
    ...{ programmeId, side, all: factsFor(one, everything), goals: goals.map(({ id, text }) => ({ id, text })) },
    ...(made ? { made: madeOf(deps, made, one) } : {}),
  };
}

function madeOf(deps: Platform, made: Certificate, records: Completed | undefined): MadeCertificate {
  const { language, choice, facts, on } = made;
  const link = linkOf(deps.config.baseUrl, made);
  const letter = letterOf(language, facts, titlesIn(language));
  const isSame = !records || fingerprintOf(factsFor(records, choice)) === fingerprintOf(facts);
  return {
    ...{ language, choice, facts, on, letter, link, addToProfile: addToProfileLink(made, link) },
    state: isSame ? 'valid' : 'changed',
  };
}

/**
 * Made with what was ticked, as the records are now. Pressed twice it is the same; made with other ticks the link stays, and papers that were made
 * before say that they are no longer the last.
 */
export async function makeCertificate(
  deps: Platform,
  { personId }: Caller,
  at: CertificateAddress,
  draft: CertificateDraft,
): Promise<void> {
  const secret = await untilUnchanged(() => keep(deps, personId, at, draft));
  // Also when a former press was cut off before it.
  const { programmeId, side } = at;
  const link = certificateLinks.create(linksPartition, idOf(secret), { personId, programmeId, side });
  await unlessChanged(deps.tables.commit([link]));
}

/** Gives the secret that opens its page. */
async function keep(
  deps: Platform,
  personId: string,
  { programmeId, side }: CertificateAddress,
  { language, ...ticked }: CertificateDraft,
): Promise<string> {
  const one = await completedOne(deps, personId, { programmeId, side });
  // A goal that was removed in another window meanwhile is not on it.
  const choice = { ...ticked, goals: one.goals.flatMap(({ id }) => (ticked.goals.includes(id) ? [id] : [])) };
  const facts = factsFor(one, choice);
  const before = await certificates.find(deps.tables, personId, programmeId, side);
  const isSame = before && fingerprintOf(before.value.facts) === fingerprintOf(facts);
  const secret = before?.value.secret ?? newLongSecret();
  const on = isSame ? before.value.on : localDate(deps.clock.now(), one.zone);
  const made: Certificate = { programmeId, side, language, choice, facts, secret, on };
  const change = before ? certificates.replace(before, made) : certificates.create(personId, [programmeId, side], made);
  await deps.tables.commit([change]);
  return secret;
}

/** Failure `not-found` for a programme that this person did not complete on this side. */
async function completedOne(deps: Platform, personId: string, at: CertificateAddress): Promise<Completed> {
  const one = (await completedBy(deps, personId)).find((found) => isOf(found, at));
  if (!one) throw new Failure('not-found', 'certificate-not-there');
  return one;
}

/** The certificate, or the letter for the appraisal talk, as it was made. */
export async function paperOf(
  deps: Platform,
  { personId }: Caller,
  at: CertificateAddress,
  kind: PaperKind,
): Promise<Download> {
  const row = await certificates.find(deps.tables, personId, at.programmeId, at.side);
  if (!row) throw new Failure('not-found', 'certificate-not-there');
  const { language, facts, on } = row.value;
  const link = linkOf(deps.config.baseUrl, row.value);
  const shown = { language, facts, on, link, titleOf: titlesIn(language) };
  const paper = kind === 'letter' ? letterPaper(shown) : certificatePaper(shown);
  return {
    name: fileName([say(language, `file.${kind}`), facts.programme, on], 'pdf'),
    type: paperTypes.pdf,
    bytes: await writePaper(paper, 'pdf'),
  };
}

const titlesIn =
  (language: Language): TitleOf =>
  (id) =>
    courseOf(id, language).title;

/** From now on its link says that it was withdrawn, and whose it was is kept nowhere. Pressed twice it is once. */
export async function withdrawCertificate(deps: Platform, { personId }: Caller, at: CertificateAddress): Promise<void> {
  const row = await certificates.find(deps.tables, personId, at.programmeId, at.side);
  if (!row) return;
  const hash = idOf(row.value.secret);
  await deps.tables.commit([certificateLinks.put(linksPartition, hash, { withdrawnAt: deps.clock.now() })]);
  await deps.tables.commit([certificates.remove(row)]);
}
