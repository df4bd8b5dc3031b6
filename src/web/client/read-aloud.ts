// Reads the last answer aloud where the browser can; a second press stops it.
import type { Strings } from '../view/strings'
import { byId } from './dom'

export function offerReading(log: HTMLElement, strings: Strings): void {
  if (!('speechSynthesis' in window)) return
  const button = byId<HTMLButtonElement>('read')
  const stand = (reading: boolean): void => {
    button.textContent = strings[reading ? 'read-stop' : 'read-aloud']
  }
  button.hidden = false
  button.addEventListener('click', () => {
    const wasReading = speechSynthesis.speaking || speechSynthesis.pending
    speechSynthesis.cancel()
    stand(!wasReading)
    if (wasReading) return
    for (const { text, language } of lastAnswer(log)) {
      const said = new SpeechSynthesisUtterance(text)
      said.lang = language
      said.onend = () => stand(speechSynthesis.pending)
      said.onerror = () => stand(false)
      speechSynthesis.speak(said)
    }
  })
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

/** Everything that was said since the person last spoke, as it is seen: what is folded away is not read. */
function lastAnswer(log: HTMLElement): { readonly text: string; readonly language: string }[] {
  const articles = [...log.querySelectorAll('article')]
  const own = articles.map((article) => article.classList.contains('own')).lastIndexOf(true)
  return articles
    .slice(own + 1)
    .flatMap((article) => [...article.querySelectorAll<HTMLElement>('.words')])
    .map((words) => ({ text: words.innerText, language: words.lang || document.documentElement.lang }))
}
