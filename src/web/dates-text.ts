// The dates as plain text, to keep, print or read out: the bot's own words, the working of each date, and the way back.
import type { ToldDates } from './told-dates'
import { inWords, parseCalendarDate } from '../rules/calendar-date'
import { CLOCK_TITLES } from './view/clock-view'
import { linkBack } from './view/takeaways'
import type { Strings } from './view/strings'

/** `address`: the chat's own, such as `https://chat.example.gov.uk/chat?council=southend`. CRLF, so that every editor shows lines. */
export function datesText({ latest }: ToldDates, address: string, strings: Strings): string {
  const { given, clocks, text, stamp } = latest
  const back = given && linkBack(given)
  const parts = [
    strings['card-title'],
    `${strings['text-made']} ${inFull(stamp.slice(0, 10))}`,
    ...clocks.map(({ clock, safeDate, lastDate }) => `${strings[CLOCK_TITLES[clock] ?? 'card-title']}: ${inFull(safeDate ?? lastDate)}`),
    plain(text),
    ...clocks.map(({ clock, working, sources }) =>
      [
        `${strings['card-working']} (${strings[CLOCK_TITLES[clock] ?? 'card-title']})`,
        working,
        `${strings['card-rests-on']} ${sources.join('; ')}`,
      ].join('\n'),
    ),
    ...(back ? [`${strings['take-back']}: ${address}${back}`, strings['take-back-warning']] : []),
  ]
  return `${parts.join('\n\n').replaceAll(/\r?\n/g, '\r\n')}\r\n`
}

function inFull(date: string): string {
  const parsed = parseCalendarDate(date)
  return parsed ? inWords(parsed) : date
}

function plain(markdown: string): string {
  return markdown.replaceAll('**', '').replaceAll(/\[([^\]]*)\]\((\S+)\)/g, '$1 ($2)')
}
