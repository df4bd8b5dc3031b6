// Many chats held open at once, and messages at an even rate to whichever's turn it is.
import { atPace, figuresOf, type Figures } from './drive'
import { openChat, type OpenChat } from './ways'

/** For their dates, and through the menu. */
const SAYINGS: readonly (readonly string[])[] = [
  ...Array<readonly string[]>(5).fill([
    'I have a letter about my child',
    'They will not do an EHC needs assessment',
    '9 Oct 2026',
    'yes',
    'no',
    'start again',
  ]),
  ...Array<readonly string[]>(2).fill(['I have a letter about my child', 'start again', 'talk to a person', 'start again']),
]

/** With questions in people's own words, a different one each time: what was asked a moment ago would be remembered. Every third chat asks three. */
export function sayingOf(index: number, questions: readonly string[]): readonly string[] {
  const own = [0, 1, 2].map((place) => questions[(index + place) % questions.length] ?? 'what is mediation')
  return index % 3 === 2 ? [...own, 'thank you'] : (SAYINGS[index % SAYINGS.length] ?? [])
}

export interface Opened {
  readonly chats: readonly OpenChat[]
  readonly failures: number
}

export interface Opening {
  /** How many at a time. */
  readonly side: number
  /** As `performance.now()` gives it. */
  readonly until: number
  readonly tell: (opened: number) => void
  readonly onFault: (fault: Error) => void
}

/** Opens so many chats, `side` at a time, and says how far it is at each tenth. Stops where `until` (performance.now) has come. */
export async function openMany(open: () => Promise<OpenChat>, many: number, { side, until, tell, onFault }: Opening): Promise<Opened> {
  const chats: OpenChat[] = []
  let [begun, failures] = [0, 0]
  const one = async (): Promise<void> => {
    while (begun < many && performance.now() < until) {
      begun += 1
      await open().then(
        (chat) => {
          chats.push(chat)
          if (chats.length % Math.max(1, Math.floor(many / 10)) === 0) tell(chats.length)
        },
        (fault: Error) => {
          failures += 1
          onFault(fault)
        },
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(side, many) }, one))
  return { chats, failures }
}

export interface Traffic {
  readonly perSecond: number
  readonly milliseconds: number
  /** In people's own words. */
  readonly questions: readonly string[]
  readonly onFault: (fault: Error) => void
}

/** Seconds that a person takes to read before the next message. */
const READING = 3

/** Messages at an even rate for so many milliseconds: each chat goes through one saying, then the one that has rested longest is next. */
export async function mixedTraffic(chats: readonly OpenChat[], { perSecond, milliseconds, questions, onFault }: Traffic): Promise<Figures> {
  const resting = chats.map((chat, index) => ({ chat, script: sayingOf(index, questions), place: 0 }))
  const talking: typeof resting = []
  const waits: number[] = []
  let [failures, atWork] = [0, 0]
  const running = new Set<Promise<void>>()
  const began = performance.now()
  for await (const due of atPace(perSecond, milliseconds)) {
    const one = talking.length + atWork < perSecond * READING ? resting.shift() : talking.shift()
    const next = one ?? talking.shift() ?? resting.shift()
    if (!next) {
      failures += 1
      continue
    }
    atWork += 1
    const saying = next.chat
      .say(next.script[next.place % next.script.length] ?? '')
      .then(
        () => waits.push(performance.now() - due),
        (fault: Error) => {
          failures += 1
          onFault(fault)
        },
      )
      .then(() => {
        atWork -= 1
        next.place += 1
        void (next.place % next.script.length === 0 ? resting : talking).push(next)
        running.delete(saying)
      })
    running.add(saying)
  }
  await Promise.all(running)
  return figuresOf(waits, failures, performance.now() - began)
}

/** Chats of different councils in turn, so that no council's pace holds them all up. */
export function inTurn(url: string, councils: readonly string[]): () => Promise<OpenChat> {
  let turn = 0
  return () => openChat(url, councils[(turn += 1) % councils.length])
}
