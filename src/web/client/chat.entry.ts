// Brings the chat page to life: joins the log, the text box, the connection and the two buttons at the top. Until it runs, and where it cannot, the form works.
import type { Strings } from '../view/strings'
import { isBotMessage, viewOf } from '../view/activity'
import type { Activity } from '../view/activity'
import { Api } from './api'
import { Composer } from './composer'
import { Connection } from './connection'
import { Conversation } from './conversation'
import { readLinkBack } from './come-back'
import { byId } from './dom'
import { joinHost } from './frame'
import { leave } from './leave'
import { Log } from './log'
import { Outbox } from './outbox'
import { PlainForm } from './plain-form'
import { unfoldForPrint } from './print'
import { offerReading } from './read-aloud'
import { SessionMemory } from './session'
import { Status } from './status'
import { offerTakeaways } from './take-away'

interface PageConfig {
  readonly council: string | null
  readonly tokenUrl: string
  readonly directLine: string
  readonly leaveTo: string
  readonly problems: Readonly<Record<string, string>>
  /** A conversation that forms began, which the page shows already. */
  readonly session?: {
    readonly conversationId: string
    readonly userId: string
    readonly token: string
    readonly expiresIn: number
    readonly watermark: string
  }
  readonly strings: Strings
}

/** About a quarter of a minute: longer is no mere stumble of the network. */
const TRIES_BEFORE_FORMS = 6

const config = JSON.parse(byId('config').textContent ?? '') as PageConfig
const language = document.documentElement.lang
const memory = new SessionMemory(`send-chat:${config.council ?? ''}`)
const api = new Api(config.tokenUrl, config.directLine)
const plain = new PlainForm()
let log: Log
let status: Status
let composer: Composer
let connection: Connection
let conversation: Conversation
let outbox: Outbox

function start(): void {
  document.documentElement.classList.add('js')
  const { session } = config
  log = new Log(byId('log'), config.strings, session ? 'conversation' : 'greeting')
  status = new Status(config.strings, () => connection.wake())
  if (session) adopt(session)
  offerTakeaways(byId('log'), config.strings, () => conversation.token)
  offerReading(byId('log'), config.strings)
  composer = new Composer(
    byId('log'),
    () => !plain.released,
    (text) => log.said(outbox.add(text).id, text),
  )
  byId('clear').addEventListener('click', clear)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.wake())
  window.addEventListener('online', () => connection.wake())
  open(session?.watermark)
  comeBack()
}

function comeBack(): void {
  const said = readLinkBack(config.problems, config.strings)
  if (said === null) return
  log.note(config.strings['back-ready'])
  composer.giveBack(said)
}

/** Goes on with what forms began; the cookie goes as soon as the tab has it. */
function adopt({ conversationId, userId, token, expiresIn }: NonNullable<PageConfig['session']>): void {
  memory.save({ conversationId, userId, token, refreshAt: Date.now() + expiresIn * 500 })
  if (memory.outlastsPage) plain.dropCookie()
  byId('look').hidden = true
}

function open(shownUpTo?: string): void {
  conversation = new Conversation(api, memory, config.council, shownUpTo)
  if (conversation.begun && shownUpTo === undefined) log.beginRestoring()
  connection = new Connection(conversation, {
    onActivity: (activity) => show(activity, conversation.userId),
    onStanding: (standing) => status.show(standing),
    onRestored: () => log.endRestoring(),
    onEnded: ended,
  })
  outbox = new Outbox(connection, language, {
    onDelayed: (id, tries) => {
      log.delayed(id)
      if (tries >= TRIES_BEFORE_FORMS) void tryForms()
    },
    onSent: (id) => log.delivered(id),
    onRefused: ({ id, text }) => {
      log.refused(id)
      composer.giveBack(text)
    },
  })
  connection.run().catch(handOver)
}

function show(activity: Activity, userId: string): void {
  byId('typing').hidden = activity.type !== 'typing'
  if (activity.type !== 'message') return
  if (isBotMessage(activity, userId)) log.bot(viewOf(activity, language))
  else if (activity.text) log.echoed(activity.channelData?.clientActivityID, activity.text)
}

/** The words that never arrived go back into the box: the new conversation would not know what they answer. */
function ended(): void {
  const unsent = outbox.takeBack()
  log.startAgain(config.strings.ended)
  composer.giveBack(unsent.map(({ text }) => text).join('\n'))
}

/** Some networks let pages through and nothing else. */
async function tryForms(): Promise<void> {
  if (!plain.released && (await plain.getsThrough())) handOver()
}

function handOver(): void {
  if (plain.released) return
  const unsent = outbox.takeBack()
  plain.release(conversation.token, unsent.length === 1 ? (unsent[0] ?? null) : null)
  connection.stop()
  for (const { id } of unsent) log.withdraw(id)
  composer.giveBack(unsent.map(({ text }) => text).join('\n'))
  log.say(config.strings['plain-way'])
  status.end()
}

function clear(event: Event): void {
  if (plain.released) return
  event.preventDefault()
  connection.stop()
  if (config.session) return location.replace(byId<HTMLFormElement>('say').action)
  log.clear()
  status.begin(config.strings.cleared)
  open()
  window.scrollTo(0, 0)
}

leave(byId<HTMLAnchorElement>('leave'), config.leaveTo, () => {
  if (PlainForm.isKnown) plain.dropCookie()
  if (PlainForm.isKnown) memory.forget()
  else connection.stop()
})
joinHost(() => document.hasFocus() && byId('title').focus())
unfoldForPrint(byId('log'))
if (!PlainForm.isKnown) start()
