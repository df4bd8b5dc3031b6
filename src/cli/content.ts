// `content`: check the pack, withdraw a topic and say it again, print what a reviewer signs and what a translator fills in.
import { parseArgs } from 'node:util'
import { londonNow } from '../clock'
import { contentDir } from '../project-root'
import { parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import { checkContent, type Shown } from './content-check'
import { reviewPack, REVIEW_USAGE } from './review-pack'
import { toTranslate, TRANSLATE_USAGE } from './content-to-translate'
import { switchTopic, SWITCH_USAGE } from './content-switch'

export async function content([what, ...rest]: readonly string[]): Promise<number> {
  if (what === 'review-pack') return reviewPack(rest)
  if (what === 'withdraw' || what === 'restore') return switchTopic(what, rest)
  if (what === 'to-translate') return toTranslate(rest)
  const flags = what === 'check' ? readFlags(rest) : null
  if (flags === null) {
    console.error(`content check [--today YYYY-MM-DD] [--reading-age] | ${SWITCH_USAGE} | ${REVIEW_USAGE} | ${TRANSLATE_USAGE}`)
    return 2
  }
  const { lines, exitCode } = checkContent(contentDir, flags.today, flags.shown)
  for (const line of lines) console.log(line)
  return exitCode
}

/** The flags of a check; null where they are wrong. */
function readFlags(args: readonly string[]): { readonly today: CalendarDate; readonly shown: Shown } | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { today: { type: 'string' }, 'reading-age': { type: 'boolean' } } })
    const today = values.today === undefined ? londonNow().today : parseCalendarDate(values.today)
    return today === null ? null : { today, shown: values['reading-age'] ? 'all' : 'hardest' }
  } catch {
    return null
  }
}
