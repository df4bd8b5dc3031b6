// The family says what its letter is about, asks for a person, reads what would be shared, and says yes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scene } from './demo'
import type { Family } from './family'

/** Typed by the family and found nowhere else in the world. */
export const NICKNAME = 'Zebedee'

const ANSWERS = {
  'triage.ask-decision': 'They will not do an EHC needs assessment',
  'date.confirm': 'Yes',
  'deadline.ask-certificate': 'No, not yet',
  'handoff.ways': 'Northshire SENDIASS (demonstration)',
  'handoff.how': 'Chat with them now',
  'handoff.ask-role': 'A parent or carer',
  'handoff.ask-june': 'No, not yet',
  'handoff.ask-wants': 'Advice first',
  'handoff.ask-adviser': 'No, not yet',
  'handoff.ask-phone-instead': 'No, do not ring me',
  'handoff.ask-name': NICKNAME,
  'handoff.ask-needs': 'Nothing',
}

export interface Shared {
  /** `412 298 334` */
  readonly reference: string
  /** Exactly what the family was shown before it said yes, line by line. */
  readonly lines: readonly string[]
  /** Whether what the family typed stood in a file in clear before it said yes. */
  readonly wasOnDisk: boolean
}

export async function shareCase({ service, tell }: Scene, family: Family): Promise<Shared> {
  const dated = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
  tell('family', '"I have a letter about my child." "They will not do an EHC needs assessment."')
  const answers = { ...ANSWERS, 'deadline.ask-letter-date': dated }
  const next = await family.talkUntil('deadline.more', 'I have a letter about my child', answers)
  if (next.text === '') throw new Error('The chat gives no dates.')
  tell('family', `The letter is dated ${dated}. The chat gives the dates by which to act. "I want to talk to a person."`)
  const { text } = await family.talkUntil('handoff.summary', 'talk to a person', answers)
  const lines = [...text.matchAll(/^\d+\. (.+)$/gm)].map(([, line = '']) => line)
  tell(
    'family',
    `Reads exactly what would be shared: ${lines.length} lines, one of them "${lines.find((line) => line.includes(NICKNAME)) ?? ''}" Nothing has left the chat.`,
  )
  const wasOnDisk = isOnDisk(service.folder, NICKNAME)
  const [told] = await family.say('Yes, share this')
  const reference = /Your reference is (\d{3} \d{3} \d{3})/.exec(told?.text ?? '')?.[1]
  if (reference === undefined) throw new Error(`Nothing was shared: ${told?.text ?? ''}`)
  tell('family', `"Yes, share this." The chat: "Your reference is ${reference}."`)
  return { reference, lines, wasOnDisk }
}

/** Whether these letters stand in a file of the folder as they are. */
export function isOnDisk(folder: string, text: string): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text))
}
