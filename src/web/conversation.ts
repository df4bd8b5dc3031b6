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
  const messages = chat.activities.map((json) => JSON.parse(json) as Activity).filter(({ type }) => type === 'message')
  const isBot = (activity: Activity): boolean => isBotMessage(activity, chat.userId)
  const lastOwn = messages.findLastIndex((activity) => !isBot(activity))
  const lastChoices = messages.findLastIndex((activity) => isBot(activity) && (activity.suggestedActions?.actions ?? []).length > 0)
  return messages.map((activity, at) => {
    if (!isBot(activity)) return anchored(ownMessage(activity.text ?? '', strings), at === lastOwn)
    const view = viewOf(activity, language)
    return botMessage(at === lastChoices && at > lastOwn ? view : { ...view, choices: [] }, strings)
  })
}

function anchored(message: Element, isLast: boolean): Element {
  return isLast ? { ...message, attributes: { ...message.attributes, id: LATEST } } : message
}
