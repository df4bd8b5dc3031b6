// Brings the chat page to life: joins the log, the text box, the connection and the two buttons at the top.
import type { Strings } from '../view/strings'
import { isBotMessage, viewOf } from './activity'
import type { Activity } from './activity'
import { Api } from './api'
import { Composer } from './composer'
import { Connection } from './connection'
import { Conversation } from './conversation'
import { byId } from './dom'
import { joinHost } from './frame'
import { leave } from './leave'
import { Log } from './log'
import { Outbox } from './outbox'
import { unfoldForPrint } from './print'
import { SessionMemory } from './session'
import { Status } from './status'

interface PageConfig {
  readonly council: string | null
  readonly tokenUrl: string
  readonly directLine: string
  readonly strings: Strings
}

const config = JSON.parse(byId('config').textContent ?? '') as PageConfig
const language = document.documentElement.lang
const memory = new SessionMemory(`send-chat:${config.council ?? ''}`)
const api = new Api(config.tokenUrl, config.directLine)
const logElement = byId('log')
const typing = byId('typing')
const log = new Log(logElement, config.strings)
const status = new Status(config.strings, () => connection.wake())
let connection: Connection
let outbox: Outbox

const composer = new Composer(logElement, (text) => log.said(outbox.add(text).id, text))

function open(): void {
  const conversation = new Conversation(api, memory, config.council)
  if (conversation.begun) log.beginRestoring()
  connection = new Connection(conversation, {
    onActivity: (activity) => show(activity, conversation.userId),
    onStanding: (standing) => status.show(standing),
    onRestored: () => log.endRestoring(),
    onEnded: ended,
  })
  outbox = new Outbox(connection, language, {
    onDelayed: (id) => log.delayed(id),
    onSent: (id) => log.delivered(id),
    onRefused: ({ id, text }) => {
      log.refused(id)
      composer.giveBack(text)
    },
  })
  void connection.run()
}

function show(activity: Activity, userId: string): void {
  typing.hidden = activity.type !== 'typing'
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

function clear(): void {
  connection.stop()
  log.clear()
  status.begin(config.strings.cleared)
  open()
  window.scrollTo(0, 0)
}

byId('clear').addEventListener('click', clear)
leave(byId<HTMLAnchorElement>('leave'), () => connection.stop())
joinHost(() => document.hasFocus() && byId('title').focus())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.wake())
window.addEventListener('online', () => connection.wake())
unfoldForPrint(logElement)
open()
