// Keeps an open page of the staff desk up to date. Everything on it also works without this script.
import type { Element as View } from '../view/element'
import { build, byId } from './dom'
import { renew, type Renewed } from './desk-parts'

type Words = Readonly<
  Record<'updates-on' | 'updates-off' | 'changed-since' | 'look-again' | 'problem' | 'ended-now' | 'talk-sent' | 'talk-empty', string>
>

interface Reply {
  readonly parts?: Readonly<Record<string, View>>
  readonly notice?: { readonly kind: 'done' | 'problem'; readonly text: string } | null
}

const config = JSON.parse(byId('config').textContent ?? '') as { words: Words; since: string }
const { words } = config
const SCRIPT = { 'x-desk': 'parts' }
let reading: Promise<void> | null = null
let isStale = false

/** Says it politely; the same words twice are said twice. */
function say(text: string): void {
  const said = byId('said')
  said.textContent = ''
  setTimeout(() => (said.textContent = text), 100)
}

/** Reads this page's pieces again, one reading at a time; what changed meanwhile is read right after. */
function readAgain(): Promise<void> {
  isStale = true
  reading ??= (async () => {
    while (isStale) {
      isStale = false
      await readOnce()
    }
  })().finally(() => (reading = null))
  return reading
}

async function readOnce(): Promise<void> {
  const response = await fetch(location.pathname, { headers: SCRIPT, cache: 'no-store' }).catch(() => null)
  if (!response) return standing('off')
  if (response.status === 401) return ended()
  if (!response.ok) return location.reload()
  const { parts = {} } = (await response.json()) as Reply
  const renewed = Object.entries(parts).map(([id, view]) => renew(id, build(view)))
  tell(renewed)
}

function tell(renewed: readonly Renewed[]): void {
  const news = renewed.flatMap(({ say: text }) => (text === null ? [] : [text]))
  if (renewed.some(({ kind }) => kind === 'kept')) {
    news.push(words['changed-since'])
    byId('updates').textContent = words['changed-since']
  }
  if (news.length > 0) say(news.join(' '))
}

function standing(how: 'on' | 'off'): void {
  byId('updates').textContent = words[how === 'on' ? 'updates-on' : 'updates-off']
}

/** Nothing of a family stays on a screen that nobody is signed in to. */
function ended(): void {
  location.assign('/desk/sign-in?ended=1')
}

const AGAIN_MS = 3_000
let last = config.since

/** The browser comes back by itself after a break, but not after an answer that is no stream: signed out, or a server that starts. */
function follow(): void {
  const events = new EventSource(`/desk/events?since=${encodeURIComponent(last)}`)
  events.addEventListener('open', () => standing('on'))
  events.addEventListener('error', () => {
    standing('off')
    if (events.readyState !== EventSource.CLOSED) return
    void readAgain()
    setTimeout(follow, AGAIN_MS)
  })
  events.addEventListener('all', ({ lastEventId }) => {
    last = lastEventId
    void readAgain()
  })
  events.addEventListener('ended', ended)
  events.addEventListener('ending', warn)
  events.addEventListener('change', ({ data, lastEventId }) => {
    last = lastEventId
    const { handoff } = JSON.parse(String(data)) as { handoff: string }
    const own = /^\/desk\/case\/([\w-]+)$/.exec(location.pathname)?.[1]
    if (own === undefined || own === handoff) void readAgain()
  })
}

function warn(): void {
  const ending = byId('ending')
  if (!ending.hidden) return
  ending.hidden = false
  say(ending.querySelector('p')?.textContent ?? '')
}

async function post(form: HTMLFormElement): Promise<Reply['notice']> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const response = await fetch(form.action, { method: 'POST', headers: SCRIPT, body }).catch(() => null)
  if (response?.status === 401) ended()
  if (!response?.ok) return { kind: 'problem', text: words.problem }
  return ((await response.json()) as Reply).notice ?? null
}

/** The talk goes on without leaving the box. What was not sent stays in it, under the same source, so that trying again says it once. */
function talk(): void {
  const form = document.getElementById('tell') as HTMLFormElement | null
  if (!form) return
  const box = byId<HTMLTextAreaElement>('text')
  let isSending = false
  const send = async (): Promise<void> => {
    if (isSending) return
    if (box.value.trim() === '') return say(words['talk-empty'])
    isSending = true
    const typed = box.value
    const notice = await post(form)
    isSending = false
    if (notice?.kind === 'problem') {
      say(notice.text)
      byId('updates').textContent = notice.text
      return readAgain()
    }
    if (box.value === typed) box.value = ''
    form.querySelector<HTMLInputElement>('[name=source]')!.value = newSource()
    await readAgain()
    say(words['talk-sent'])
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
}

function newSource(): string {
  return `page-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function staying(): void {
  const form = byId('ending').querySelector('form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void post(form).then((notice) => {
      byId('ending').hidden = true
      if (notice) say(notice.text)
    })
  })
}

const log = document.getElementById('part-talk')
if (log) log.scrollTop = log.scrollHeight
talk()
staying()
follow()
