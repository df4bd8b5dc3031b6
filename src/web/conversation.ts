// A conversation as HTML: what was said so far, and the choices that can still be pressed.
import { isBotMessage, viewOf } from './view/activity'
import type { Activity } from './view/activity'
import type { Element } from './view/element'
import { botMessage, ownMessage } from './view/message'
import type { FormChat } from './form-chats'
import type { WebDeps } from './web-deps'

/** Where the page is shown from after a form was sent. */
export const LATEST = 'latest'

/** One element for each message, oldest first; of the choices only those after the person's last word. */
export function conversation(chat: FormChat, { strings, language }: Pick<WebDeps, 'strings' | 'language'>): Element[] {
  const isBot = (activity: Activity): boolean => isBotMessage(activity, chat.userId)
  const messages = greetingFirst(chat.activities.map((json) => JSON.parse(json) as Activity).filter(({ type }) => type === 'message'))
  const lastOwn = messages.findLastIndex((activity) => !isBot(activity))
  const lastChoices = messages.findLastIndex((activity) => isBot(activity) && (activity.suggestedActions?.actions ?? []).length > 0)
  return messages.map((activity, at) => {
    if (!isBot(activity)) return anchored(ownMessage(activity.text ?? '', strings), at === lastOwn)
    const view = viewOf(activity, language)
    return botMessage(at === lastChoices && at > lastOwn ? view : { ...view, choices: [] }, strings)
  })
}

/** A form is sent before there is a chat, so the bot greets after it. The person has read the greeting already: it stays above their words. */
function greetingFirst(messages: readonly Activity[]): readonly Activity[] {
  const [first, second, ...rest] = messages
  const isGreeted = first?.from?.role === 'user' && second?.channelData?.advice?.message === 'greeting.hello' && rest.length > 0
  return isGreeted ? [second, first, ...rest] : messages
}

function anchored(message: Element, isLast: boolean): Element {
  return isLast ? { ...message, attributes: { ...message.attributes, id: LATEST } } : message
}
