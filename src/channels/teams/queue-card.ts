// The card of one case in the staff channel, drawn from its record alone: the risk first, and nothing about who the family is.
import type { Attachment } from 'botframework-schema'
import type { Escalated } from '../../rules/handoff/escalation'
import type { Handoff } from '../../rules/handoff/handoff-types'
import { aboutLine, councilName, isUrgent, momentLine, riskLine, waitingLine, type Told } from '../../desk/handoff-lines'
import type { TellStaff } from './teams-words'
import type { Asked } from './who-is-asked'

export interface CardWords extends Told {
  readonly tell: TellStaff
  /** Without a slash at its end; the address of the desk is under it. */
  readonly publicUrl: () => string
}

export interface CardDrawn {
  /** Somebody had it before. */
  readonly wasTaken: boolean
  /** A card of this case may stand in the channel already. */
  readonly maybeTwice: boolean
  readonly escalated: Escalated
  /** Whom Teams notifies of it. */
  readonly asked: readonly Asked[]
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

export type CardVerb = 'accept' | 'put-back' | 'not-for-us'

/** An Adaptive Card 1.5. Its texts are TextRuns, which Teams shows as they are: nothing in them is read as Markdown. */
export function queueCard(words: CardWords, handoff: Handoff, drawn: CardDrawn): object {
  const { tell, london, now } = words
  const asOf = tell('card-as-of', { when: momentLine(london(now())), version: String(handoff.version) })
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    msteams: { width: 'Full', ...mentionsOf(drawn) },
    fallbackText: cardTitle(words, handoff),
    body: [
      ...bodyOf(words, handoff, drawn),
      ...(drawn.maybeTwice ? [line(tell('card-maybe-twice'))] : []),
      line(asOf, { size: 'Small', isSubtle: true }),
    ],
    actions: actionsOf(words, handoff),
  }
}

/** What a notification shows: the same that stands first on the card. */
export function cardTitle(words: CardWords, handoff: Handoff): string {
  const { tell, london } = words
  const when = momentLine(london(handoff.endedAt ?? handoff.createdAt))
  switch (handoff.state) {
    case 'expired':
    case 'failed':
      return tell('card-expired', { when })
    case 'ended':
      return tell(handoff.endReason === 'withdrawn' || handoff.endReason === 'erased' ? 'card-withdrawn' : 'card-ended', { when })
    case 'offered':
    case 'consented':
    case 'queued':
    case 'accepted':
    case 'live':
      return riskLine(words, handoff)
  }
}

/** What is left of a card in whose place a new one came: nothing can be pressed on it. */
export function replacedCard({ tell, london, now }: CardWords): object {
  const text = tell('card-newer', { when: momentLine(london(now())) })
  return { type: 'AdaptiveCard', version: '1.5', fallbackText: text, body: [line(text)], actions: [] }
}

/** As a message carries it. */
export function asAttachment(card: object): Attachment {
  return { contentType: CARD_TYPE, content: card }
}

/** What is over shows when, and nothing else of the case. */
function bodyOf(words: CardWords, handoff: Handoff, { wasTaken, escalated, asked }: CardDrawn): readonly object[] {
  const { say, tell } = words
  const isOver = handoff.endedAt !== null
  const head = line(cardTitle(words, handoff), {
    size: 'Medium',
    weight: 'Bolder',
    ...(!isOver && isUrgent(words, handoff) ? { color: 'Attention' } : {}),
  })
  if (isOver) return [head]
  const holder = handoff.acceptedBy
  return [
    head,
    ...(holder ? [line(tell('card-taken', { name: holder.name }), { weight: 'Bolder' })] : []),
    ...(handoff.state === 'queued' && wasTaken ? [line(tell('card-put-back'))] : []),
    ...(handoff.state === 'queued' && escalated !== 'no' ? escalationLines(words, escalated, asked) : []),
    line(aboutLine(words, handoff)),
    line(`${councilName(words, handoff.council)}. ${waitingLine(words, handoff)}`),
    ...handoff.flags.map((flag) => line(`${say(`flag-${flag}`)}.`, { weight: 'Bolder' })),
    ...contactLines(words, handoff),
  ]
}

/** Teams finds a mention in a TextBlock only. Its words are ours, and a first name is letters: nothing in it is Markdown. */
function escalationLines({ tell }: CardWords, escalated: 'again' | 'lead', asked: readonly Asked[]): readonly object[] {
  const said = line(tell(`card-${escalated}`), { weight: 'Bolder' })
  return asked.length === 0 ? [said] : [said, { type: 'TextBlock', text: asked.map(mention).join(', '), wrap: true }]
}

function mention({ name }: Asked): string {
  return `<at>${name.replace(/[^\p{L}\p{M}'’ -]/gu, '')}</at>`
}

function mentionsOf({ asked }: CardDrawn): object {
  if (asked.length === 0) return {}
  return { entities: asked.map((one) => ({ type: 'mention', text: mention(one), mentioned: { id: one.person, name: one.name } })) }
}

/** SEND Regs 2014 reg 33: what a provider has in its queue is not contact with the adviser. */
function contactLines({ say, london, now }: CardWords, { isToMediation, contactMadeOn, actBy }: Handoff): readonly object[] {
  if (!isToMediation || contactMadeOn !== null) return []
  if (actBy === null) return [line(say('not-contact-day'))]
  const date = momentLine({ today: actBy, time: null })
  return [line(say(actBy < london(now()).today ? 'not-contact-late' : 'not-contact', { date }))]
}

function actionsOf(words: CardWords, handoff: Handoff): readonly object[] {
  const { say, tell, publicUrl } = words
  const open = { type: 'Action.OpenUrl', title: tell('card-open'), url: caseLink(publicUrl(), handoff.id) }
  switch (handoff.state) {
    case 'queued':
      return [press('accept', say('accept'), handoff), open]
    case 'accepted':
      return [open, press('put-back', say('put-back'), handoff), press('not-for-us', say('not-for-us'), handoff)]
    case 'live':
      return [open, press('not-for-us', say('not-for-us'), handoff)]
    case 'offered':
    case 'consented':
    case 'ended':
    case 'expired':
    case 'failed':
      return []
  }
}

/** Where a case is on the desk. */
export function caseLink(publicUrl: string, handoff: string): string {
  return `${publicUrl}/desk/case/${handoff}`
}

/** A Universal Action; clients that do not know it submit the same. */
function press(verb: CardVerb, title: string, { id, version }: Handoff): object {
  const data = { verb, handoff: id, version }
  return { type: 'Action.Execute', title, verb, data, fallback: { type: 'Action.Submit', title, data } }
}

function line(text: string, look: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...look }] }
}
