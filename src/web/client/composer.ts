// The text box and the choice buttons: both say something, once per press.
import { byId } from './dom'

export class Composer {
  private readonly form = byId<HTMLFormElement>('say')
  private readonly box = byId<HTMLTextAreaElement>('box')

  constructor(log: HTMLElement, say: (text: string) => void) {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      const choice = event.submitter
      if (choice instanceof HTMLButtonElement && choice.name === 'choice') {
        if (log.contains(choice)) say(choice.value)
        return
      }
      const text = this.box.value.trim()
      this.box.value = ''
      this.box.focus()
      if (text !== '') say(text)
    })
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      this.form.requestSubmit()
    })
  }

  /** Puts words that could not be sent back before whatever has been typed since. */
  giveBack(text: string): void {
    this.box.value = [text, this.box.value].filter((part) => part !== '').join('\n')
  }
}
