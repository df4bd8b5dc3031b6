// The cards that people read, each as one piece, with the reading age that it may have.
import type { Pack } from '../pack'
import type { DecisionWords } from '../schema/decision'
import { inVoice, type Voice } from '../wording'
import { readingAge, termsOf } from './reading-age'
import { saidTexts, type SaidText } from './said-texts'

export interface ReadingRow {
  readonly place: string
  readonly age: number
  /** The age that it may have at most. */
  readonly bar: number
}

/** A shorter text has no reading age worth the name. */
const WORDS_IN_A_CARD = 8
const FOR_FAMILIES = 9
/** What says what the law is may be as hard as the law's own words for it. */
const ON_LAW = 11
const FOR_STAFF = 13

const LAW_FILES: readonly string[] = [
  'decisions.yaml',
  'deadlines.yaml',
  'myths.yaml',
  'two-routes.yaml',
  'after-agreement.yaml',
  'letter-checklist.yaml',
  'glossary.yaml',
]
/** Files whose texts are read together, not one by one. */
const JOINED: readonly string[] = ['decisions.yaml', 'two-routes.yaml']
const VOICES: readonly Voice[] = ['parent', 'young-person']

/** Every card with its reading age, the hardest first. */
export function readingAges(pack: Pack): readonly ReadingRow[] {
  const terms = termsOf(pack.glossary)
  const single = saidTexts(pack).filter(({ file, kind }) => kind === 'card' && !JOINED.includes(file))
  return [...single, ...routeCards(pack), ...comparison(pack)]
    .filter(({ text }) => text.split(/\s+/).length >= WORDS_IN_A_CARD)
    .map((card) => ({ place: `${card.file}: ${card.path}`, age: readingAge(card.text, terms), bar: barOf(card, pack) }))
    .sort((a, b) => b.age - a.age)
}

function barOf({ file, path }: SaidText, { topics, messages }: Pack): number {
  if (file === 'messages') {
    if (/^(?:desk|editor|teams|handoff-summary)\./.test(path)) return FOR_STAFF
    const message = messages.get(path.replace(/\.(?:youngPerson|choices\..*)$/, ''))
    return path.startsWith('deadline.') || (message?.sources ?? []).length > 0 ? ON_LAW : FOR_FAMILIES
  }
  if (!file.startsWith('topics/')) return LAW_FILES.includes(file) ? ON_LAW : FOR_FAMILIES
  return topics.get(file.slice('topics/'.length, -'.md'.length))?.validFrom ? ON_LAW : FOR_FAMILIES
}

/** What a row of routes says: what it is about, the way, the certificate and the next steps. */
function routeCards({ decisions }: Pack): readonly SaidText[] {
  return [...decisions].flatMap(([id, words]) => inVoices('decisions.yaml', id, (voice) => partsOf(words, voice)))
}

function partsOf({ about, route, certificate, next }: DecisionWords, voice: Voice): readonly string[] {
  return [about, route, certificate, ...next].map((said) => inVoice(said, voice))
}

function comparison({ twoRoutes }: Pack): readonly SaidText[] {
  return inVoices('two-routes.yaml', 'points', (voice) =>
    twoRoutes.points.flatMap(({ mediation, resolution }) => [inVoice(mediation, voice), inVoice(resolution, voice)]),
  )
}

function inVoices(file: string, path: string, parts: (voice: Voice) => readonly string[]): readonly SaidText[] {
  const texts = VOICES.map((voice) => ({ file, path: `${path} (${voice})`, text: parts(voice).join('\n'), kind: 'card' as const }))
  return texts.filter(({ text }, index) => index === 0 || text !== texts[0]?.text)
}
