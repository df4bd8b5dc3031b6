// Checks on topics and dates: enough of what people ask, and nothing past the day of its review.
import { daysBetween, type CalendarDate } from '../../rules/calendar-date'
import type { PackFault } from '../faults'
import type { Pack } from '../pack'

const AT_LEAST = 8

/** Topics with too few questions or key phrases to be found. */
export function thinTopics({ topics }: Pack): readonly PackFault[] {
  return [...topics.values()].flatMap(({ id, utterances, keyPhrases }) =>
    Object.entries({ utterances, keyPhrases }).flatMap(([path, lines]) =>
      lines.length < AT_LEAST ? [{ file: `topics/${id}.md`, path, message: `has ${lines.length}, at least ${AT_LEAST} are needed` }] : [],
    ),
  )
}

export interface ReviewDay extends PackFault {
  readonly reviewBy: CalendarDate
  /** Negative when the day has passed. */
  readonly daysLeft: number
}

/** Everything that has a day of review, with the days left to it. */
export function reviewDays(pack: Pack, today: CalendarDate): readonly ReviewDay[] {
  const day = (file: string, path: string, reviewBy: CalendarDate): ReviewDay => {
    const daysLeft = daysBetween(today, reviewBy)
    const message = daysLeft < 0 ? `was to be reviewed by ${reviewBy}` : `is to be reviewed by ${reviewBy}, in ${daysLeft} days`
    return { file, path, reviewBy, daysLeft, message }
  }
  return [
    day('pack.yaml', 'reviewBy', pack.reviewBy),
    day('safeguarding/cards.yaml', 'reviewBy', pack.safeguarding.reviewBy),
    ...[...pack.topics.values()].map(({ id, reviewBy }) => day(`topics/${id}.md`, 'reviewBy', reviewBy)),
    day('letter-checklist.yaml', 'reviewBy', pack.letterChecklist.reviewBy),
    day('after-agreement.yaml', 'reviewBy', pack.afterAgreement.reviewBy),
    day('two-routes.yaml', 'reviewBy', pack.twoRoutes.reviewBy),
    ...[...pack.translations.values()].map(({ language, reviewBy }) =>
      day(`translations/${language}/translation.yaml`, 'reviewBy', reviewBy),
    ),
    ...[...pack.organisations].flatMap(([id, { contacts }]) =>
      contacts.map(({ value, reviewBy }) => day('organisations.yaml', `${id}: ${value}`, reviewBy)),
    ),
    ...[...pack.desks.values()].flatMap(({ id, reviewBy, contacts }) => [
      day(`desks/${id}.yaml`, 'reviewBy', reviewBy),
      ...contacts.map((fact) => day(`desks/${id}.yaml`, fact.value, fact.reviewBy)),
    ]),
    ...[...pack.councils.values()].flatMap(({ id, reviewBy, mediation, sendiass, localOffer }) => [
      ...(reviewBy === null ? [] : [day(`councils/${id}.yaml`, 'reviewBy', reviewBy)]),
      ...[mediation, sendiass, localOffer].flatMap(({ contacts }) =>
        contacts.map((fact) => day(`councils/${id}.yaml`, fact.value, fact.reviewBy)),
      ),
    ]),
  ]
}
