// What is counted at the end of the demonstration: nothing lost, nothing twice, nothing out of order, nothing in clear.
import type { Heard } from '../direct-line-client'
import { CREDENTIAL } from './case-system'
import type { Scene } from './demo'
import type { Family } from './family'
import { fromTheAdviser, type Talked } from './outage'
import { isOnDisk, NICKNAME, type Shared } from './share-case'

export interface Check {
  readonly isWell: boolean
  readonly text: string
}

interface Happened {
  readonly family: Family
  readonly at: string
  readonly shared: Shared
  readonly talked: Talked
  /** What the program said after the adviser had left. */
  readonly answer: Heard | undefined
}

const TYPES = ['handoff.created', 'handoff.accepted', 'handoff.live', 'handoff.ended']

export async function checksOf(scene: Scene, happened: Happened): Promise<readonly Check[]> {
  return [
    ...(await checkTalk(scene, happened)),
    ...(await checkCase(scene, happened)),
    ...checkReceiver(scene),
    ...checkDisk(scene, happened),
  ]
}

async function checkTalk({ adviser }: Scene, { family, at, talked, answer }: Happened): Promise<readonly Check[]> {
  const { familyLines, adviserLines, sentAgain } = talked
  const talk = await adviser.talk(at)
  const atDesk = talk.filter(({ who }) => who === 'Family').map(({ text }) => text)
  const inChat = await fromTheAdviser(family)
  const joined = (await family.everything()).filter(({ advice }) => advice?.['message'] === 'handoff.told-joined').length
  return [
    check(sentAgain > 0, `The kill hit the talk: ${sentAgain} lines had to be sent again.`),
    check(
      same(atDesk, familyLines),
      `The family wrote ${familyLines.length} lines; ${atDesk.length} stand at the desk, each once, in order.`,
    ),
    check(
      same(inChat, adviserLines),
      `The adviser wrote ${adviserLines.length} lines; ${inChat.length} stand in the chat, each once, in order.`,
    ),
    check(joined === 1, 'The family was told once that a person had joined.'),
    check(answer?.advice?.['kind'] === 'answer', 'After the adviser had left, the program took up again.'),
  ]
}

async function checkCase({ service, adviser, receiver }: Scene, { at, shared }: Happened): Promise<readonly Check[]> {
  const page = await adviser.read(at)
  const missing = shared.lines.filter((line) => !page.replaceAll('\n', '').includes(line.replaceAll('\n', '')))
  const fetched = await fetch(receiver.taken[0]?.data.links.self ?? service.url, { headers: { authorization: `Bearer ${CREDENTIAL}` } })
  const summary = fetched.status === 200 ? ((await fetched.json()) as { preferredName?: string; reference?: string }) : {}
  const isTheirs = summary.preferredName === NICKNAME && summary.reference === shared.reference.replaceAll(' ', '')
  return [
    check(missing.length === 0, `All ${shared.lines.length} lines that the family was shown are what the adviser read, to the letter.`),
    check((await adviser.find(shared.reference)) === at, `The reference ${shared.reference} still finds the case after the outage.`),
    check(isTheirs, 'The case system fetched the case with its own credential.'),
  ]
}

function checkReceiver({ receiver: { taken, counts } }: Scene): readonly Check[] {
  const versions = taken.map(({ data }) => data.version)
  const isRising = versions.every((version, index) => index === 0 || version > (versions[index - 1] ?? 0))
  const types = taken.map(({ type }) => type)
  return [
    check(counts.refused === 1 && counts.lost === 1, 'The case system really failed once and really lost an answer.'),
    check(counts.repeated >= 1, 'The webhook whose answer was lost came again, and was taken once.'),
    check(same(types, TYPES) && isRising, `It took ${types.length} of ${TYPES.length} webhooks, each once, in order: ${types.join(', ')}.`),
    check(counts.forged === 0, 'Every webhook was signed.'),
  ]
}

function checkDisk({ service }: Scene, { shared, talked }: Happened): readonly Check[] {
  const words = [NICKNAME, ...talked.familyLines, ...talked.adviserLines]
  const found = words.filter((text) => isOnDisk(service.folder, text) || service.output().includes(text))
  return [
    check(!shared.wasOnDisk, 'Before the yes, the name that the family had typed was in no file.'),
    check(
      found.length === 0,
      `Of the name and the ${words.length - 1} lines of the talk, ${found.length} stand in a file or in the log in clear.`,
    ),
  ]
}

function check(isWell: boolean, text: string): Check {
  return { isWell, text }
}

function same(seen: readonly string[], meant: readonly string[]): boolean {
  return seen.length === meant.length && seen.every((text, index) => text === meant[index])
}
