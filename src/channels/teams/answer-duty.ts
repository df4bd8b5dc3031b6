// When this desk is open, and who says that they are there. Only an open desk offers families a live chat.
import { hoursLines } from '../../desk/hours-view'
import type { Asker, StaffParts } from './staff-parts'

/** For somebody on duty while the desk is closed. */
const WHILE_CLOSED = 60 * 60_000

export async function answerHours(parts: StaffParts, { staff }: Asker): Promise<string> {
  const { words, organisations, handoffs, now } = parts
  const { closesAt, isSetToday } = await handoffs.hoursOf(staff.organisation)
  const { say, tell, london } = words
  const desk = organisations.find(({ id }) => id === staff.organisation)
  const lines = desk?.hours ? hoursLines(say, desk.hours, london(now()).today) : []
  return [
    `**${say('hours-title', { organisation: desk?.name ?? staff.organisation })}**`,
    closesAt === null ? tell('hours-closed') : tell('hours-open', { when: timeOf(parts, closesAt) }),
    ...(isSetToday ? [say('hours-set')] : []),
    lines.length === 0 ? say('hours-none') : lines.map((line) => `- ${line}`).join('\n'),
    tell(handoffs.isStaffed(staff.organisation) ? 'hours-desk-open' : 'hours-desk-none'),
  ].join('\n\n')
}

/** Says who is on duty after this: until the desk closes, or until they say otherwise. */
export async function answerDuty(parts: StaffParts, { staff, binding, person }: Asker, which: 'on-duty' | 'off-duty'): Promise<string> {
  const { store, words, handoffs, now } = parts
  const { closesAt } = await handoffs.hoursOf(staff.organisation)
  await store.setDuty(binding.tenant, person, which === 'on-duty' ? (closesAt ?? now() + WHILE_CLOSED) : null)
  const there = await store.onDuty(staff.organisation, now())
  if (there.length === 0) return words.tell('on-duty-none')
  const names = there.map(({ name, onDutyUntil }) => words.tell('on-duty-until', { name, when: timeOf(parts, onDutyUntil ?? now()) }))
  return words.tell('on-duty', { names: names.join('; ') })
}

function timeOf({ words: { london } }: StaffParts, moment: number): string {
  return london(moment).time ?? ''
}
