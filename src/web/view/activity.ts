// What the pages read of a Direct Line activity: everything else that a server may send is left alone.
import type { BotMessageView, ChoiceView, SourceView } from './message'
import type { ClockView } from './clock-view'
import type { Given } from './timeline'

export interface Activity {
  readonly type: string
  readonly id?: string
  readonly timestamp?: string
  readonly text?: string
  readonly locale?: string
  readonly from?: { readonly id?: string; readonly role?: string; readonly name?: string }
  readonly suggestedActions?: { readonly actions?: readonly { readonly title?: string; readonly value?: unknown }[] }
  readonly channelData?: { readonly clientActivityID?: string; readonly advice?: Advice }
}

interface Advice {
  readonly kind?: string
  readonly message?: string
  readonly clocks?: readonly ClockView[]
  readonly given?: Given
  readonly sources?: readonly { readonly title?: string; readonly url?: string | null; readonly checkedOn?: string | null }[]
}

export interface ActivitySet {
  readonly activities: readonly Activity[]
  readonly watermark?: string
}

export function isBotMessage(activity: Activity, userId: string): boolean {
  return activity.type === 'message' && activity.from?.role !== 'user' && activity.from?.id !== userId
}

export function viewOf(activity: Activity, pageLanguage: string): BotMessageView {
  const advice = activity.channelData?.advice
  const speaker = advice?.message === ADVISER_LINE ? (activity.from?.name ?? null) : null
  const clocks = advice?.kind === 'deadlines' ? (advice.clocks ?? []) : []
  return {
    message: advice?.message ?? '',
    text: wordsOf(activity, speaker),
    speaker,
    language: activity.locale ?? pageLanguage,
    choices: choicesOf(activity),
    clocks,
    given: advice?.kind === 'deadlines' ? (advice.given ?? null) : null,
    sources: (advice?.sources ?? []).map(sourceOf),
    freshness: clocks.length === 0 || isOfToday(activity.timestamp) ? 'said-today' : 'said-earlier',
  }
}

/** What a person at the desk types; on other channels their name stands before it. */
const ADVISER_LINE = 'handoff.adviser-line'

function wordsOf({ text = '' }: Activity, speaker: string | null): string {
  const prefix = `${speaker}: `
  return speaker !== null && text.startsWith(prefix) ? text.slice(prefix.length) : text
}

function choicesOf(activity: Activity): ChoiceView[] {
  const actions = activity.suggestedActions?.actions ?? []
  return actions.flatMap(({ title, value }) => {
    const label = title ?? (typeof value === 'string' ? value : '')
    return label === '' ? [] : [{ label, value: typeof value === 'string' ? value : label }]
  })
}

function sourceOf(source: NonNullable<Advice['sources']>[number]): SourceView {
  return { title: source.title ?? '', url: source.url ?? null, checkedOn: source.checkedOn ?? null }
}

/** Asked only where there are dates: what a browser needs for time zones takes a slow phone a tenth of a second to load. */
function isOfToday(timestamp: string | undefined): boolean {
  return timestamp === undefined || londonDay(new Date(timestamp)) === londonDay(new Date())
}

function londonDay(moment: Date): string {
  return moment.toLocaleDateString('en-GB', { timeZone: 'Europe/London' })
}
