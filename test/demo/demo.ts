// The demonstration: a family shares its case and talks to an adviser while a case system fails and the server is killed; then everything is counted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Heard } from '../direct-line-client'
import { Adviser } from './adviser'
import { openCaseSystem, type CaseSystem } from './case-system'
import { checksOf, type Check } from './checks'
import { Family } from './family'
import { FIRST_WORD, outage } from './outage'
import { Patience } from './patience'
import { Service } from './service'
import { shareCase, type Shared } from './share-case'

export type Who = 'family' | 'adviser' | 'receiver' | 'clock'

export interface DemoOptions {
  /** Hears every line while it happens; seconds since the beginning. */
  readonly tell: (seconds: number, who: Who, text: string) => void
  readonly signal?: AbortSignal
  /** Where its folder is made: with the machine's temporary files by default. */
  readonly within?: string
}

export interface Scene {
  readonly service: Service
  readonly adviser: Adviser
  readonly receiver: CaseSystem
  readonly patience: Patience
  readonly tell: (who: Who, text: string) => void
}

const ORGANISATION = 'demo-sendiass'
const MOST_MS = 150_000
/** What was being delivered when the server was killed is taken up again after 15 seconds at most. */
const TWICE_MS = 17_000

/** Everything in a temporary folder and on loopback; all that is started is ended, and the folder removed, however it goes. */
export async function runDemo({ tell: hear, signal, within = tmpdir() }: DemoOptions): Promise<{ readonly checks: readonly Check[] }> {
  const began = performance.now()
  const tell: Scene['tell'] = (who, text) => hear((performance.now() - began) / 1000, who, text)
  const folder = mkdtempSync(join(within, 'demonstration-'))
  const receiver = await openCaseSystem((text) => tell('receiver', text))
  const settings = join(folder, 'receivers.json')
  receiver.writeSettings(settings, ORGANISATION)
  const service = new Service(folder, { RECEIVERS_FILE: settings })
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error('The demonstration took too long.')), MOST_MS)
  const stop = AbortSignal.any([late.signal, ...(signal ? [signal] : [])])
  const patience = new Patience(stop)
  const adviser = new Adviser(service, ORGANISATION, patience)
  try {
    return { checks: await Promise.race([play({ service, adviser, receiver, patience, tell }), whenAborted(stop)]) }
  } finally {
    clearTimeout(timer)
    adviser.leave()
    await service.end()
    await receiver.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }))
}

async function play(scene: Scene): Promise<readonly Check[]> {
  const { service, adviser, receiver, patience, tell } = scene
  tell('clock', 'The service starts, with an empty data folder of its own. The first start learns the questions of the pack.')
  await service.start()
  await adviser.signIn()
  tell('adviser', 'Sam opens the staff desk with the one-time link that the service printed. Now a chat can be offered.')
  const family = await Family.open(service.url, patience)
  const shared = await shareCase(scene, family)
  const at = await take(scene, shared)
  const talked = await outage(scene, family, at)
  tell('adviser', 'Sam closes the case.')
  await adviser.press(at, 'close')
  await patience.until('the family to hear that the adviser is done', async () =>
    (await family.everything()).some(({ advice }) => /handoff\.told-(done|ended)/.test(String(advice?.['message']))),
  )
  const [answer] = await family.say('What is mediation?')
  tell('family', `Asks the program again, "What is mediation?", and is answered: "${firstSentence(answer)}"`)
  tell('clock', 'Waiting until the case system has everything, and a little longer, for whatever might come twice.')
  await patience.until('the case system to have everything', async () => Promise.resolve(receiver.taken.length >= 4))
  await patience.pause(Math.max(0, talked.startedAgainAt + TWICE_MS - performance.now()))
  return checksOf(scene, { family, at, shared, talked, answer })
}

/** The adviser finds the case, reads it, takes it and says the first word. */
async function take({ adviser, patience, tell }: Scene, { reference }: Shared): Promise<string> {
  const at = await patience.until('the family to stand in the queue', async () => adviser.next())
  tell('adviser', `The family stands in the queue. ${reference}, read out on the phone, finds the same case.`)
  if ((await adviser.find(reference)) !== at) throw new Error('The reference leads to another case.')
  await adviser.press(at, 'accept')
  tell('adviser', `Sam accepts, reads what the family shared, and writes: "${FIRST_WORD}"`)
  return at
}

/** The first sentence after the line that names the topic. */
function firstSentence(answer: Heard | undefined): string {
  const text = answer?.text.split('\n').find((line) => line !== '' && !line.startsWith('**')) ?? ''
  return text.split('. ')[0]?.replace(/\.?$/, '.') ?? ''
}
