// A family and an adviser who write marked words to each other, with a server that is killed between two lines, and everything an adviser can do with a case.
import type { Adviser } from '../demo/adviser'
import type { Patience } from '../demo/patience'
import type { Service } from '../demo/service'
import { CanaryFamily } from './canary-family'
import type { MarkedWords } from './canary-figures'
import { CANARIES } from './canary-tokens'

const PATIENT = { onRefused: () => undefined, onSignedOut: () => undefined }
const LINES = 6

export interface TalkScene {
  readonly service: Service
  readonly adviser: Adviser
  readonly patience: Patience
  readonly words: MarkedWords
}

/** Shares a case with the other desk for a chat, talks, is killed once, finds it by its reference, and closes it. */
export async function talkWithTheDesk({ service, adviser, patience, words }: TalkScene): Promise<void> {
  const family = await CanaryFamily.open(service.url)
  await family.toASummary({ 'handoff.how': ['Chat with them now'] })
  const [told] = await family.type('Yes, share this')
  const reference = /Your reference is (\d{3} \d{3} \d{3})/.exec(told?.text ?? '')?.[1] ?? ''
  for (const text of family.typed) words.note(text)
  await adviser.find(words.note(CANARIES.surname))
  const at = await adviser.find(reference)
  await adviser.press(at, 'accept')
  await adviser.say(at, words.note(`I am here. ${words.sentence()}`), PATIENT)
  for (let line = 0; line < LINES; line += 1) {
    await insist(family, words.note(words.sentence()), `${reference}-${line}`, patience)
    if (line === LINES / 2) {
      await service.kill()
      words.figures.kills += 1
      await service.start()
    }
    await adviser.say(at, words.note(words.sentence()), PATIENT)
  }
  await patience.until('the last line', async () => (await family.chat.everything()).filter(isFromTheAdviser).length === LINES + 1)
  await adviser.press(at, 'close')
  words.figures.talks += 1
}

function isFromTheAdviser({ advice }: { readonly advice: Readonly<Record<string, unknown>> | undefined }): boolean {
  return advice?.['message'] === 'handoff.adviser-line'
}

/** Under the same id until it is taken, as the page does. */
async function insist(family: CanaryFamily, text: string, id: string, patience: Patience): Promise<void> {
  await patience.until('a line to be taken', async () => (await family.chat.send(text, { channelData: { clientActivityID: id } })) === 200)
}
