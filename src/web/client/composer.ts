// The text box and the choice buttons: both say something, once per press.
import { byId } from './dom'

export class Composer {
  private readonly form = byId<HTMLFormElement>('say')
  private readonly box = byId<HTMLTextAreaElement>('box')

  /** `isOurs` is false once the browser sends the form itself. */
  constructor(log: HTMLElement, isOurs: () => boolean, say: (text: string) => void) {
    log.addEventListener('click', (event) => {
      const choice = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name=choice]') : null
      if (!choice || !isOurs()) return
      event.preventDefault()
      if (log.contains(choice)) say(choice.value)
    })
    this.form.addEventListener('submit', (event) => {
      if (!isOurs()) return
      event.preventDefault()
      this.send(say)
    })
    byId<HTMLButtonElement>('delete').addEventListener('click', (event) => {
      if (!isOurs()) return
      event.preventDefault()
      say(byId<HTMLButtonElement>('delete').value)
    })
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      if (isOurs()) this.send(say)
      else this.form.requestSubmit()
    })
  }

  /** Puts words that could not be sent back before whatever has been typed since. */
  giveBack(text: string): void {
    this.box.value = [text, this.box.value].filter((part) => part !== '').join('\n')
  }

  /** On a phone the keyboard goes away, so that the answer and its choices can be seen. */
  private send(say: (text: string) => void): void {
    const text = this.box.value.trim()
    this.box.value = ''
    if (matchMedia('(pointer: coarse)').matches) this.box.blur()
    else this.box.focus()
    if (text !== '') say(text)
  }
}
