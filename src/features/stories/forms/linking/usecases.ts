/** The link by which a story leads to its programme: one for each story, so that it is known how many came by it. */
import type { Platform } from '../../../../platform/platform.ts';
import type { Source, SourceDraft } from '../../../recruitment/sources/model.ts';
import { codeOf, keepSource } from '../../../recruitment/sources/usecases.ts';
import type { Story } from '../../model.ts';

type Told = Pick<Story, 'id' | 'programmeId' | 'language'>;

/** Named by its id: what a story is called may be taken back. */
const draftOf = ({ id, programmeId, language }: Told): SourceDraft => ({
  ...{ programmeId, language, channel: 'story', name: id },
});

/** The source is kept when a link to it is given out. */
export function keepSourceOf(deps: Platform, one: Told): Promise<Source> {
  return keepSource(deps, draftOf(one));
}

export const sourceCodeOf = (one: Told): string => codeOf(draftOf(one));

export async function joinLinkOf(deps: Platform, one: Told): Promise<string> {
  const { code } = await keepSourceOf(deps, one);
  return `${deps.config.baseUrl}/go/${code}`;
}
