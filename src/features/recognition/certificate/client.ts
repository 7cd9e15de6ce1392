/** The page's calls to `routes.ts`. */
import { ask, askForFile } from '../../../ui/http.ts';
import type { Side } from '../../pairs/model.ts';
import type { CertificateDraft, CertificateOffer, PaperKind } from './model.ts';

interface Address {
  readonly programmeId: string;
  readonly side: Side;
}

const pathOf = ({ programmeId, side }: Address): string => `/me/certificates/${programmeId}/${side}`;

export const findCertificates = (): Promise<CertificateOffer[]> => ask('GET', '/me/certificates');
export const makeCertificate = (at: Address, draft: CertificateDraft): Promise<unknown> =>
  ask('PUT', pathOf(at), draft);
export const fetchPaper = (at: Address, kind: PaperKind): Promise<File> => askForFile(`${pathOf(at)}/papers/${kind}`);
export const withdraw = (at: Address): Promise<unknown> => ask('DELETE', pathOf(at));
