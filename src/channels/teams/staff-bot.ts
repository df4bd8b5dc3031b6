// The bot for staff in Teams: commands, presses on cards, and linking a channel. It shares nothing with the family's bot but the address.
import type { AdaptiveCardInvokeResponse, AdaptiveCardInvokeValue, TurnContext } from 'botbuilder-core'
import { TeamsActivityHandler } from 'botbuilder/lib/teamsActivityHandler'
import type { Logic } from '../adapter'
import { answerCommand } from './answer-command'
import type { LastAsked } from './answer-ask'
import { createLinker, type Linker } from './link-channel'
import { pressCard, readPressed, type PressOutcome } from './press-card'
import { CARD_TYPE, queueCard } from './queue-card'
import { readCommand } from './read-command'
import { answerTyped, talkingWith } from './relay-words'
import type { Asker, StaffParts } from './staff-parts'
import { whereOf } from './where'
import { whoMay, type Who } from './who-may'

const SAID_TYPE = 'application/vnd.microsoft.activity.message'

export function createStaffBot(parts: StaffParts): Logic {
  const bot = new StaffBot(parts)
  return async (context) => bot.run(context)
}

class StaffBot extends TeamsActivityHandler {
  private readonly lastAsked: LastAsked = new Map()
  private readonly linker: Linker

  constructor(private readonly parts: StaffParts) {
    super()
    this.linker = createLinker(parts)
    this.onMessage(async (context, next) => {
      await this.answerMessage(context)
      await next()
    })
    this.onInstallationUpdateAdd(async (context, next) => {
      if (whereOf(context.activity).isInTeam) await say(context, parts.words.tell('installed'))
      await next()
    })
    this.onTeamsMessageEditEvent(async (context) => this.answerChanged(context))
    this.onTeamsMessageSoftDeleteEvent(async (context) => this.answerChanged(context))
  }

  protected override async onAdaptiveCardInvoke(context: TurnContext, value: AdaptiveCardInvokeValue): Promise<AdaptiveCardInvokeResponse> {
    const came = await this.pressed(context, value.action.data)
    if (came.handoff === null) return { statusCode: 200, type: SAID_TYPE, value: came.text as unknown as Record<string, unknown> }
    const escalated = came.escalated ?? 'no'
    const drawn = { wasTaken: came.isDone && came.handoff.state === 'queued', maybeTwice: false, escalated, asked: [] }
    return { statusCode: 200, type: CARD_TYPE, value: queueCard(this.parts.words, came.handoff, drawn) as Record<string, unknown> }
  }

  /** A typed command; or what a client submits that knows no Universal Actions. */
  private async answerMessage(context: TurnContext): Promise<void> {
    const { value, text } = context.activity as { value?: unknown; text?: string }
    if (value !== undefined && value !== null) return say(context, (await this.pressed(context, value)).text)
    const command = readCommand(text ?? '')
    if (command.kind === 'link') return say(context, await this.linker.link(context, command.rest))
    const who = await whoMay(this.parts, context)
    if (who.kind === 'refused') return say(context, this.refusal(who))
    await this.parts.bindings.moved(who.binding, context.activity.serviceUrl)
    const asker = askerOf(who, context)
    const talking = await talkingWith(this.parts, asker)
    if (talking) return say(context, await answerTyped(this.parts, asker, talking, context.activity))
    return say(context, await answerCommand(this.parts, this.lastAsked, asker, command))
  }

  /** What went to the family cannot be called back by changing or deleting it in Teams. */
  private async answerChanged(context: TurnContext): Promise<void> {
    const who = await whoMay(this.parts, context)
    if (who.kind === 'staff' && (await talkingWith(this.parts, askerOf(who, context))))
      await say(context, this.parts.words.tell('relay-unchanged'))
  }

  private async pressed(context: TurnContext, data: unknown): Promise<PressOutcome> {
    const who = await whoMay(this.parts, context)
    if (who.kind === 'refused') return { handoff: null, isDone: false, text: this.refusal(who) }
    const pressed = readPressed(data)
    if (pressed === null) return { handoff: null, isDone: false, text: this.parts.words.tell('failed') }
    const came = await pressCard(this.parts, { ...askerOf(who, context), context }, pressed)
    if (came.handoff) await this.adopt(context, came.handoff.id, came.handoff.version)
    return came
  }

  /** A card that nobody knew to have come through, and was pressed, has come through. */
  private async adopt({ activity }: TurnContext, handoff: string, version: number): Promise<void> {
    const { store } = this.parts
    const card = await store.card(handoff)
    const { conversation, replyToId } = activity
    if (card?.state !== 'sending' || !whereOf(activity).isInTeam || replyToId === undefined) return
    await store.putCard({ ...card, state: 'shown', conversation: conversation.id, activity: replyToId, version: version - 1 })
  }

  private refusal({ why }: Extract<Who, { kind: 'refused' }>): string {
    const { tell } = this.parts.words
    return why === 'not-linked' ? tell('not-linked') : tell(`refused-${why}`)
  }
}

function askerOf({ staff, binding, person }: Extract<Who, { kind: 'staff' }>, { activity }: TurnContext): Asker {
  return { staff, binding, person, isInTeam: whereOf(activity).isInTeam, conversation: activity.conversation.id }
}

async function say(context: TurnContext, text: string): Promise<void> {
  if (text === '') return
  await context.sendActivity({ type: 'message', text, textFormat: 'markdown' })
}
