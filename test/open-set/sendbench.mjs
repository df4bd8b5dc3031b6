// Measures any service that talks Direct Line 3.0 by the open test set, and prints figures. Needs Node.js 20 and nothing else.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const USAGE =
  'sendbench --url URL [--token-url URL | --secret-env NAME] [--council ID] [--before TEXT] [--sets dates,vignettes,myths,questions,blind] [--sample N] [--quiet MS] [--patience MS] [--pause MS] [--json]'
const SETS = ['dates', 'vignettes', 'myths', 'questions', 'blind']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const flags = readFlags()
if (flags === null) {
  console.error(USAGE)
  process.exit(2)
}
const results = []
for (const set of flags.sets) {
  const cases = sampleOf(casesOf(set), flags.sample)
  const answered = []
  for (const one of cases) {
    answered.push({ set, ...(await measure(one)) })
    await wait(flags.pause)
  }
  results.push({ set, answered })
}
if (flags.json)
  console.log(
    JSON.stringify(
      results.map(({ set, answered }) => ({ set, figures: figuresOf(answered), answered })),
      null,
      2,
    ),
  )
else for (const { set, answered } of results) console.log(lineOf(set, figuresOf(answered)))

function readFlags() {
  const options = Object.fromEntries(
    ['url', 'token-url', 'secret-env', 'council', 'before', 'sets', 'sample', 'quiet', 'patience', 'pause'].map((name) => [
      name,
      { type: 'string' },
    ]),
  )
  try {
    const { values } = parseArgs({ options: { ...options, json: { type: 'boolean' } } })
    const sets = (values.sets ?? SETS.join(',')).split(',')
    const number = (name, usual) => Number(values[name] ?? usual)
    const secretName = values['secret-env']
    const secret = secretName === undefined ? null : process.env[secretName]
    if (!values.url || sets.some((set) => !SETS.includes(set)) || secret === undefined) return null
    const url = values.url.replace(/\/$/, '')
    const read = {
      url,
      secret,
      tokenUrl: values['token-url'] ?? `${url}/api/directline/token`,
      council: values.council,
      before: values.before,
      sets,
    }
    const numbers = {
      sample: number('sample', Infinity),
      quiet: number('quiet', 700),
      patience: number('patience', 20_000),
      pause: number('pause', 0),
    }
    return Object.values(numbers).some(Number.isNaN) ? null : { ...read, ...numbers, json: values.json === true }
  } catch {
    return null
  }
}

function read(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}

/** Every case of a set: what is said, and what is looked for. */
function casesOf(set) {
  const data = read(set)
  if (set === 'dates') return data.cases.map(({ id, messages, says }) => ({ id, messages, says: [says], never: [] }))
  if (set === 'vignettes') return data.vignettes
  if (set === 'myths')
    return data.myths.flatMap(({ id, asks, says }) =>
      asks.map((ask, at) => ({ id: `${id}-${at + 1}`, messages: [ask], says: [says], never: [], asksOne: true })),
    )
  return data.topics.flatMap(({ id, questions }) =>
    questions.map((question, at) => ({ id: `${id}-${at + 1}`, messages: [question], topic: id, asksOne: true })),
  )
}

/** So many cases, evenly spread. */
function sampleOf(cases, most) {
  if (cases.length <= most) return cases
  return Array.from({ length: most }, (_, at) => cases[Math.floor((at * cases.length) / most)])
}

async function measure({ id, messages, says, never, topic, council, asksOne }) {
  const began = performance.now()
  try {
    const chat = await open(flags.council ?? council)
    if (flags.before !== undefined && asksOne) await chat.say(flags.before)
    const heard = []
    const times = []
    for (const message of messages) {
      const { replies, ms } = await chat.say(message)
      heard.push(...replies)
      times.push(ms)
    }
    const outcome = () => (topic === undefined ? outcomeByWords(textOf(heard), says, never) : outcomeByTopic(heard, topic))
    const first = outcome()
    const choice = heard.at(-1)?.suggestedActions?.actions?.[0]?.value
    if (messages.length > 1 || choice === undefined || first === 'right' || !['not-found', 'asked-back'].includes(first))
      return { id, outcome: first, times, text: textOf(heard) }
    heard.push(...(await chat.say(choice)).replies)
    return { id, outcome: outcome() === 'right' ? 'right-after-asking-back' : first, times, text: textOf(heard) }
  } catch (fault) {
    return { id, outcome: 'failed', times: [performance.now() - began], text: fault instanceof Error ? fault.message : '' }
  }
}

function textOf(heard) {
  return heard.map((reply) => reply.text ?? '').join('\n')
}

function outcomeByWords(text, says, never) {
  const stands = (phrase) => formsOf(phrase).some((form) => text.toLowerCase().includes(form.toLowerCase()))
  if (never.some(stands)) return 'said-what-it-must-not'
  return says.every((any) => any.some(stands)) ? 'right' : 'not-found'
}

/** The ways in which a day may be written; anything else stands for itself. */
function formsOf(phrase) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(phrase) ?? []
  if (year === undefined) return [phrase]
  const name = MONTHS[Number(month) - 1]
  return [
    phrase,
    `${Number(day)} ${name} ${year}`,
    `${name} ${Number(day)}, ${year}`,
    `${day}/${month}/${year}`,
    `${Number(day)}/${Number(month)}/${year}`,
  ]
}

function outcomeByTopic(heard, topic) {
  const advice = heard.map((reply) => reply.channelData?.advice).filter(Boolean)
  if (advice.length === 0) return textOf(heard).trim() === '' ? 'silent' : 'answered'
  const told = advice.find((one) => one.topic !== undefined)
  if (told) return told.topic === topic ? 'right' : 'other-topic'
  return advice.some(({ kind }) => kind === 'clarify') ? 'asked-back' : 'not-sure'
}

async function open(council) {
  const token = flags.secret ?? (await json(flags.tokenUrl, 'POST', null, council === undefined ? {} : { council })).token
  const base = `${flags.url}/v3/directline/conversations`
  const started = await json(base, 'POST', token, {})
  const own = started.token ?? token
  const from = { id: started.userId ?? 'sendbench' }
  const activities = `${base}/${started.conversationId}/activities`
  let watermark = ''
  const poll = async () => {
    const came = await json(`${activities}${watermark === '' ? '' : `?watermark=${watermark}`}`, 'GET', own)
    watermark = came.watermark ?? watermark
    return came.activities.filter(({ type, from: who }) => type === 'message' && who?.role !== 'user' && who?.id !== from.id)
  }
  await quiet(poll, 2_000)
  return {
    say: async (text) => {
      const began = performance.now()
      await json(activities, 'POST', own, { type: 'message', text, from, locale: 'en-GB' })
      const { replies, firstAt } = await quiet(poll, flags.patience)
      return { replies, ms: (firstAt ?? performance.now()) - began }
    },
  }
}

/** Reads until something came and nothing more has come for a while, or patience is at an end. */
async function quiet(poll, patience) {
  const began = performance.now()
  const replies = []
  let [firstAt, lastAt] = [null, null]
  while (performance.now() - began < patience) {
    const came = await poll()
    if (came.length > 0) {
      replies.push(...came)
      lastAt = performance.now()
      firstAt ??= lastAt
    } else if (lastAt !== null && performance.now() - lastAt > flags.quiet) break
    await wait(100)
  }
  return { replies, firstAt }
}

async function json(url, method, token, body) {
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}) }
  for (let tried = 0; ; tried += 1) {
    const response = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (response.ok) return response.json()
    if (response.status !== 429 || tried === 5) throw new Error(`${method} ${new URL(url).pathname}: ${response.status}`)
    await wait(1_000 * Number(response.headers.get('retry-after') ?? 2 ** tried))
  }
}

function wait(ms) {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}

function figuresOf(answered) {
  const counts = {}
  for (const { outcome } of answered) counts[outcome] = (counts[outcome] ?? 0) + 1
  const times = answered.flatMap(({ times: all }) => all).sort((a, b) => a - b)
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
  return { cases: answered.length, ...counts, medianMs: at(0.5), p95Ms: at(0.95) }
}

function lineOf(set, { cases, medianMs, p95Ms, ...counts }) {
  const shares = Object.entries(counts).map(([outcome, n]) => `${outcome} ${n} (${((100 * n) / cases).toFixed(1)} %)`)
  return `${set.padEnd(10)} ${String(cases).padStart(4)} asked: ${shares.join(', ')}; first words after ${medianMs} ms, 95 of 100 within ${p95Ms} ms`
}
