// Checks on words: claims that must not be made, spelling, contacts that stand nowhere, and the balance of the two routes.
import type { PackFault } from '../faults'
import type { Pack } from '../pack'
import type { HouseStyle } from '../schema/house-style'
import { inVoice, type Voice } from '../wording'
import type { SaidText } from './said-texts'

/** Claims of the house style's list, wherever they are said. */
export function forbiddenClaims(texts: readonly SaidText[], { claims }: HouseStyle): readonly PackFault[] {
  const rules = claims.map(({ pattern, why, except }) => ({ find: new RegExp(pattern, 'iu'), why, except }))
  return texts.flatMap(({ file, path, text }) =>
    rules.flatMap(({ find, why, except }) => {
      const found = except.some((one) => one === file || path.startsWith(one)) ? null : find.exec(text)
      return found ? [{ file, path, message: `${why}: "${found[0]}"` }] : []
    }),
  )
}

/** Words that are not spelt as in Britain. */
export function foreignSpelling(texts: readonly SaidText[], { spelling }: HouseStyle): readonly PackFault[] {
  return texts.flatMap(({ file, path, text }) =>
    [...new Set(text.toLowerCase().match(/[a-z]+/g) ?? [])].flatMap((word) =>
      Object.hasOwn(spelling, word) ? [{ file, path, message: `write ${spelling[word] ?? ''} for ${word}` }] : [],
    ),
  )
}

/** How much longer one route's text may be than the other's. */
const LENGTH_MARGIN = 0.2

/** Where the two routes side by side are not equally long, or use a word that pushes. */
export function unbalancedRoutes({ twoRoutes }: Pack, { pushes }: HouseStyle): readonly PackFault[] {
  const voices: readonly Voice[] = ['parent', 'young-person']
  const file = 'two-routes.yaml'
  return voices.flatMap((voice) => {
    const points = twoRoutes.points.map((point) => ({
      id: point.id,
      a: inVoice(point.mediation, voice),
      b: inVoice(point.resolution, voice),
    }))
    const sums = { id: 'all points', a: points.map(({ a }) => a).join(' '), b: points.map(({ b }) => b).join(' ') }
    const lengths = [...points, sums].flatMap(({ id, a, b }) => {
      const [short, long] = [a.length, b.length].sort((x, y) => x - y) as [number, number]
      return long > short * (1 + LENGTH_MARGIN)
        ? [{ file, path: id, message: `one side is more than 20 % longer than the other (${voice})` }]
        : []
    })
    const words = points.flatMap(({ id, a, b }) =>
      (`${a} ${b}`.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) =>
        pushes.includes(word) ? [{ file, path: id, message: `"${word}" pushes` }] : [],
      ),
    )
    return [...lengths, ...words]
  })
}
