// The two routes side by side, point by point, in Markdown that every channel shows.
import type { Pack } from './pack'
import { inVoice, sourceLines, type SourceLine, type Voice } from './wording'

export interface RoutesTable {
  readonly table: string
  readonly sources: readonly SourceLine[]
}

/** All nine points, mediation first in each, with the sources of all of them. */
export function twoRoutesTable(pack: Pack, voice: Voice): RoutesTable {
  const { titles, points } = pack.twoRoutes
  const table = points
    .map(
      ({ title, mediation, resolution }) =>
        `**${title}**\n\n- ${titles.mediation}: ${inVoice(mediation, voice)}\n- ${titles.resolution}: ${inVoice(resolution, voice)}`,
    )
    .join('\n\n')
  return {
    table,
    sources: sourceLines(
      pack,
      points.flatMap(({ sources }) => sources),
    ),
  }
}
