// The two routes side by side, point by point: a table where the channel shows one, lists everywhere else.
import type { Pack } from './pack'
import { inVoice, sourceLines, type SourceLine, type Voice } from './wording'

export interface TwoRoutes {
  /** Markdown. */
  readonly text: string
  readonly sources: readonly SourceLine[]
}

interface Point {
  readonly title: string
  readonly mediation: string
  readonly resolution: string
}

/** All nine points, mediation first in each, with the sources of all of them. */
export function twoRoutes(pack: Pack, voice: Voice, form: 'table' | 'lists'): TwoRoutes {
  const { titles, points } = pack.twoRoutes
  const said = points.map(({ title, mediation, resolution }) => ({
    title,
    mediation: inVoice(mediation, voice),
    resolution: inVoice(resolution, voice),
  }))
  const keys = points.flatMap(({ sources }) => sources)
  return { text: form === 'table' ? asTable(titles, said) : asLists(titles, said), sources: sourceLines(pack, keys) }
}

function asTable(titles: Omit<Point, 'title'>, points: readonly Point[]): string {
  const rows = points.map(({ title, mediation, resolution }) => row(title, mediation, resolution))
  return [row(' ', titles.mediation, titles.resolution), row('---', '---', '---'), ...rows].join('\n')
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '/').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`
}

function asLists(titles: Omit<Point, 'title'>, points: readonly Point[]): string {
  return points
    .map(({ title, mediation, resolution }) => `**${title}**\n\n- ${titles.mediation}: ${mediation}\n- ${titles.resolution}: ${resolution}`)
    .join('\n\n')
}
