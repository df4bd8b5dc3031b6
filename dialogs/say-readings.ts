// The earliest and the latest reading of each clock, and why they differ. Advice always goes to the earliest.
import type { DialogContext } from 'botbuilder-dialogs'
import { tellClocks } from '../src/content/tell-clocks'
import { clockWords, inVoice } from '../src/content/wording'
import { inWords } from '../src/rules/calendar-date'
import { countDates } from './count-dates'
import { phrase, say } from './say'
import { visitOf, voiceOf } from './visit'

export async function sayReadings(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const clocks = tellClocks(visit.pack, countDates(visit).clocks, voiceOf(visit))
  const read = clocks.map((clock) =>
    phrase(visit, 'deadline.reading', {
      title: inVoice(clockWords(visit.pack, clock.clock).title, voiceOf(visit)),
      earliest: inWords(clock.safeDate ?? clock.lastDate),
      last: inWords(clock.lastDate),
      latest: clock.outerDate === null ? phrase(visit, 'deadline.reading-no-later').trim() : inWords(clock.outerDate),
      working: clock.working,
    }).trim(),
  )
  const rough = visit.memory.facts.letterDateIsRough ? 'deadline.rough-reading' : 'deadline.sent-reading'
  await say(dc, 'deadline.readings', { clocks: read.join('\n\n'), rough: phrase(visit, rough).trim() }, { clocks })
}
