// Both sides write to each other, and the server is killed in the middle of it.
import type { Trouble } from './adviser'
import type { Scene } from './demo'
import type { Family } from './family'

export const FIRST_WORD = 'Hello, I am Sam. I have read it all. What worries you most?'
const FAMILY_LINES = [
  'The date is what worries me.',
  'I do not want to be late.',
  'Do I have to mediate?',
  'And if I do not?',
  'Thank you, that helps.',
]
const ADVISER_LINES = [
  'Then let us begin with the date.',
  'You have to contact the mediation adviser.',
  'You do not have to mediate.',
  'Ring the number in your letter this week.',
]

export interface Talked {
  readonly familyLines: readonly string[]
  readonly adviserLines: readonly string[]
  /** Lines that had to be sent more than once, because nobody answered. */
  readonly sentAgain: number
  /** As `performance.now()` gives it. */
  readonly startedAgainAt: number
}

export async function outage(scene: Scene, family: Family, at: string): Promise<Talked> {
  const { service, adviser, patience, tell } = scene
  const again = new Set<string>()
  const refused = (who: 'family' | 'adviser', line: string) => () => {
    if (![...again].some((one) => one.startsWith(who))) tell(who, `"${line}" Nobody answers. It is kept and sent again until it is taken.`)
    again.add(`${who} ${line}`)
  }
  const trouble = (line: string): Trouble => ({
    onRefused: refused('adviser', line),
    onSignedOut: () => tell('adviser', 'Is signed out, and signs in again with a new link. The case is as it was.'),
  })
  await adviser.say(at, FIRST_WORD, trouble(FIRST_WORD))
  await patience.until('the adviser to join', async () => joined(family))
  tell('family', 'The chat: "Sam has joined. You are now talking to a person." Both write as fast as they can.')
  let taken = 0
  const fromFamily = (async () => {
    for (const line of FAMILY_LINES) {
      await family.insist(line, refused('family', line))
      taken += 1
    }
  })()
  const fromAdviser = (async () => {
    for (const line of ADVISER_LINES) await adviser.say(at, line, trouble(line))
  })()
  while (taken < 2) await patience.pause(2)
  await patience.pause(5)
  tell('clock', 'The server is killed in the middle of it (SIGKILL). Nobody is told; it is simply gone.')
  await service.kill()
  await patience.pause(1_500)
  await service.start()
  const startedAgainAt = performance.now()
  tell('clock', 'The server is started again, on the same data.')
  await Promise.all([fromFamily, fromAdviser])
  await patience.until('every line to arrive', async () => (await fromTheAdviser(family)).length > ADVISER_LINES.length)
  tell('clock', `All ${FAMILY_LINES.length + ADVISER_LINES.length} lines have arrived.`)
  return { familyLines: FAMILY_LINES, adviserLines: [FIRST_WORD, ...ADVISER_LINES], sentAgain: again.size, startedAgainAt }
}

async function joined(family: Family): Promise<boolean> {
  return (await family.everything()).some(({ advice }) => advice?.['message'] === 'handoff.told-joined')
}

/** What a person wrote, in the order in which it stands in the family's chat. */
export async function fromTheAdviser(family: Family): Promise<readonly string[]> {
  const lines = (await family.everything()).filter(({ advice }) => advice?.['message'] === 'handoff.adviser-line')
  return lines.map(({ text }) => text.slice(text.indexOf(': ') + 2))
}
