// The conversation on the page: each bot message goes in once, in order, with its choices; old choices go away.
import { botMessage, notice, ownMessage } from '../view/message'
import type { BotMessageView } from '../view/message'
import type { Strings } from '../view/strings'
import { build } from './dom'

export class Log {
  private readonly own = new Map<string, HTMLElement>()
  private greeting: HTMLElement | null
  private readonly opening: Node | null

  /** `holds`: what the page came with, the greeting alone or a conversation that forms began. */
  constructor(
    private readonly root: HTMLElement,
    private readonly strings: Strings,
    holds: 'greeting' | 'conversation',
  ) {
    const first = root.querySelector<HTMLElement>('article.bot')
    this.greeting = holds === 'greeting' ? first : null
    this.opening = first?.cloneNode(true) ?? null
  }

  /** Adds a bot message. The greeting that the page came with is not shown twice: the first one only takes its place. */
  bot(view: BotMessageView): void {
    const shown = this.greeting
    const article = build(botMessage(view, this.strings))
    if (shown?.dataset['message'] === view.message) {
      this.greeting = null
      if (shown.textContent !== article.textContent) shown.replaceWith(article)
      return
    }
    if (view.choices.length > 0) this.dropChoices()
    this.add(article)
  }

  /** Adds what the person said, brings it to the top and, when its button has just gone, puts the focus on it. */
  said(id: string, text: string): void {
    const article = build(ownMessage(text, this.strings))
    this.own.set(id, article)
    this.root.append(article)
    const pressed = document.activeElement?.closest('.choices')
    if (pressed) article.focus({ preventScroll: true })
    this.dropChoices()
    article.scrollIntoView({ block: 'start' })
  }

  /** The server's copy of something said: already here when this page sent it. */
  echoed(id: string | undefined, text: string): void {
    this.greeting = null
    if (id !== undefined && this.own.has(id)) return this.delivered(id)
    const article = build(ownMessage(text, this.strings))
    if (id !== undefined) this.own.set(id, article)
    this.dropChoices()
    this.add(article)
  }

  delayed(id: string): void {
    this.mark(id, this.strings['not-sent'])
  }

  refused(id: string): void {
    this.mark(id, this.strings.refused)
  }

  /** What was said goes back to where it can be said again. */
  withdraw(id: string): void {
    this.own.get(id)?.remove()
    this.own.delete(id)
  }

  delivered(id: string): void {
    this.own.get(id)?.querySelector('.delivery')?.remove()
  }

  say(text: string): void {
    this.dropChoices()
    this.add(build(notice(text)))
  }

  /** Above everything: what the person should know before the first press. */
  note(text: string): void {
    this.root.prepend(build(notice(text)))
  }

  /** While an earlier conversation is being fetched nothing is announced, and no old choice can be pressed. */
  beginRestoring(): void {
    this.root.setAttribute('aria-busy', 'true')
    this.root.setAttribute('aria-live', 'off')
    this.dropChoices()
  }

  endRestoring(): void {
    this.root.removeAttribute('aria-busy')
    this.root.removeAttribute('aria-live')
    const last = this.root.lastElementChild
    if (last && this.own.size > 0) this.showFromTop(last)
  }

  /** A new conversation begins below what is already there, or in its place when that is only the greeting. */
  startAgain(reason: string): void {
    this.endRestoring()
    if (this.root.childElementCount === 1 && this.opening) {
      this.clear()
      this.root.prepend(build(notice(reason)))
      return
    }
    this.greeting = null
    this.say(reason)
  }

  /** Back to what the page came with. */
  clear(): void {
    this.own.clear()
    const fresh = this.opening?.cloneNode(true)
    this.root.replaceChildren(...(fresh ? [fresh] : []))
    this.greeting = this.root.querySelector('article.bot')
  }

  private mark(id: string, text: string): void {
    const article = this.own.get(id)
    if (!article || article.querySelector('.delivery')?.textContent === text) return
    article.querySelector('.delivery')?.remove()
    const mark = document.createElement('p')
    mark.className = 'delivery'
    mark.textContent = text
    article.append(mark)
  }

  private dropChoices(): void {
    for (const group of this.root.querySelectorAll('.choices')) group.remove()
  }

  /** Someone who has scrolled up to read is left there. */
  private add(article: HTMLElement): void {
    const end = this.root.getBoundingClientRect().bottom
    const reading = end > window.innerHeight * 2
    this.root.append(article)
    if (!reading && this.root.getAttribute('aria-busy') !== 'true') this.showFromTop(article)
  }

  /** Long answers are read from their first line: what was said last stays at the top as far as it can. */
  private showFromTop(article: Element): void {
    const lastSaid = [...this.own.values()].pop()
    const start = lastSaid?.isConnected ? lastSaid : article
    start.scrollIntoView({ block: 'start' })
  }
}
