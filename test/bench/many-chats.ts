// Many chats held open at once, and messages at an even rate to whichever's turn it is.
import { figuresOf, type Figures } from './drive'
import { openChat, type OpenChat } from './ways'

/** What people say in a chat, as they do: half for their dates, a fifth through the menu, the others in their own words. */
export const SAYINGS: readonly (readonly string[])[] = [
  ...Array<readonly string[]>(5).fill([
    'I have a letter about my child',
    'They will not do an EHC needs assessment',
    '9 Oct 2026',
    'yes',
    'no',
    'start again',
  ]),
  ...Array<readonly string[]>(2).fill(['I have a letter about my child', 'start again', 'talk to a person', 'start again']),
  ...Array<readonly string[]>(3).fill([
    'do we have to pay for mediation',
    'who comes to the meeting',
    'can they say no to mediation',
    'thank you',
  ]),
]

export interface Opened {
  readonly chats: readonly OpenChat[]
  readonly failures: number
}

/** Opens so many chats, `side` at a time, and says how far it is at each tenth. Stops where `until` (performance.now) has come. */
export async function openMany(
  open: () => Promise<OpenChat>,
  many: number,
  { side, until, tell }: { readonly side: number; readonly until: number; readonly tell: (opened: number) => void },
): Promise<Opened> {
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
        () => (failures += 1),
      )
    }
  }
  await Promise.all(Array.from({ length: Math.min(side, many) }, one))
  return { chats, failures }
}

/** Seconds that a person takes to read before the next message. */
const READING = 3

/** Messages at an even rate for so many milliseconds: each chat goes through one saying, then the one that has rested longest is next. */
export async function mixedTraffic(chats: readonly OpenChat[], perSecond: number, milliseconds: number): Promise<Figures> {
  const resting = chats.map((chat, index) => ({ chat, script: SAYINGS[index % SAYINGS.length] ?? [], place: 0 }))
  const talking: typeof resting = []
  const waits: number[] = []
  let [failures, atWork] = [0, 0]
  const running = new Set<Promise<void>>()
  const began = performance.now()
  for (let turn = 0; performance.now() - began < milliseconds; turn += 1) {
    const due = began + (turn * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
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
        () => (failures += 1),
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
