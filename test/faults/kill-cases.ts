// One family's case while the service is killed: shared, taken by the adviser, put back, talked about, closed or deleted. Each step is compared with the one acknowledged before it.
import type { Service } from '../demo/service'
import type { KilledDesk, Standing } from './kill-desk'
import { insist, KilledFamily } from './kill-family'

export interface SharedCase {
  readonly at: string | null
  /** How it must stand for good. */
  readonly standing: Standing
  readonly isLive: boolean
  readonly isDeleted: boolean
  readonly lines: readonly string[]
  readonly faults: readonly string[]
}

export interface CaseScene {
  readonly service: Service
  readonly desk: KilledDesk
  readonly number: number
  readonly mayTalk: boolean
}

/** One whom nobody can talk to any more asks for a call, in another chat. */
export async function handleCase(scene: CaseScene): Promise<SharedCase> {
  const { service, desk, number, mayTalk } = scene
  const family = await KilledFamily.open(service.url, mayTalk)
  const shared = await family.share()
  if (shared === null) return handleCase({ ...scene, mayTalk: false })
  const { reference, isLive } = shared
  const at = await desk.find(reference)
  if (at === null) return { at, standing: 'queued', isLive, isDeleted: false, lines: [], faults: [`${reference} never stood in the queue`] }
  if (number % 5 === 4) {
    await family.delete()
    return { at, standing: 'gone', isLive, isDeleted: true, lines: [], faults: [] }
  }
  await desk.step(at, 'accept', 'queued')
  if (number % 3 === 1) {
    await desk.step(at, 'put-back', 'accepted')
    await desk.step(at, 'accept', 'queued')
  }
  const lines = isLive ? await talk(desk, family, at, number) : []
  await desk.step(at, 'close', 'accepted')
  return { at, standing: 'ended', isLive, isDeleted: false, lines, faults: await inTheChat(family, lines, at) }
}

/** Gives the lines of both, as they must stand in the talk. */
async function talk(desk: KilledDesk, family: KilledFamily, at: string, number: number): Promise<readonly string[]> {
  const lines: string[] = []
  for (let line = 0; line < 3; line += 1) {
    const [theirs, ours] = [`Adviser line ${number} ${line}`, `Family line ${number} ${line}`]
    await desk.tell(at, `kills-${number}-${line}`, theirs)
    await family.send(ours)
    // A line is taken before it is relayed: the next one of the other side could otherwise stand before it.
    await insist(`"${ours}" to stand at the desk`, async () => {
      await family.messages('user')
      return (await desk.talk(at)).includes(`\n${ours}\n`) ? true : null
    })
    lines.push(theirs, ours)
  }
  return lines
}

/** What the family typed stands there once and in order; so does, before long, what the adviser wrote. */
async function inTheChat(family: KilledFamily, lines: readonly string[], at: string): Promise<readonly string[]> {
  const typed = await family.messages('user')
  const faults = typed.join('|') === family.taken.join('|') ? [] : [`${at}: taken ${family.taken.join('|')}, kept ${typed.join('|')}`]
  const wanted = lines.filter((line) => line.startsWith('Adviser'))
  for (let tries = 0; tries < 300; tries += 1) {
    const heard = (await family.messages('bot')).filter((text) => /Adviser line/.test(text))
    if (heard.length >= wanted.length && wanted.every((line, index) => heard[index]?.includes(line))) return faults
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return [...faults, `${at}: the family did not hear ${wanted.join('|')}`]
}

/** Everything once more at the end: how each case stands, and its talk; and that nobody waits who was told that nothing was sent. */
export async function lookAgain(desk: KilledDesk, shared: readonly SharedCase[]): Promise<readonly string[]> {
  const untold = await desk.queue()
  const faults = untold.length === 0 ? [] : [`in the queue, and no family knows: ${untold.join()}`]
  for (const { at, standing, lines } of shared) {
    if (at === null) continue
    const now = await desk.standing(at)
    if (now !== standing) faults.push(`${at} is ${now}, was ${standing}`)
    const text = lines.length > 0 ? await desk.talk(at) : ''
    const places = lines.map((line) => text.indexOf(`\n${line}\n`))
    if (places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0)))
      faults.push(`${at}: of ${lines.join('|')} there stand ${inOrder(lines, places).join('|')}`)
  }
  return faults
}

/** Those that are there, in the order in which they are. */
function inOrder(lines: readonly string[], places: readonly number[]): readonly string[] {
  const there = lines.map((line, index) => ({ line, place: places[index] ?? -1 })).filter(({ place }) => place >= 0)
  return there.sort((a, b) => a.place - b.place).map(({ line }) => line)
}
