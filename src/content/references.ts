// Whether the files of a pack fit together: what one names must stand in another.
import { isEventRow } from '../rules/deadlines/event-rows'
import { nameWords } from '../rules/find-council/council-names'
import { isFact } from './facts'
import type { FaultList } from './read-file'
import type { Files } from './read-pack'
import type { Topic } from './schema/topic'

interface Checking {
  readonly files: Files
  readonly faults: FaultList
}

/** Notes every name that stands nowhere. What could not be read is not held against whoever names it. */
export function checkReferences(files: Files, faults: FaultList): void {
  const checking = { files, faults }
  checkSourcesEverywhere(checking)
  for (const [id, topic] of files.topics.good) checkTopic(checking, `topics/${id}.md`, topic)
  for (const [id, { topic }] of files.myths.good)
    checkKnown(checking, 'myths.yaml', `${id}.topic`, topic === null ? [] : [topic], files.topics.known, 'topic')
  for (const [id, { mediation }] of files.councils.good)
    checkKnown(
      checking,
      `councils/${id}.yaml`,
      'mediation.provider',
      mediation.provider === null ? [] : [mediation.provider],
      files.organisations.known,
      'organisation',
    )
  checkNamesApart(checking)
  for (const [id, { councils, contacts }] of files.desks.good) {
    checkKnown(checking, `desks/${id}.yaml`, 'councils', councils, files.councils.known, 'council')
    checkKnown(
      checking,
      `desks/${id}.yaml`,
      'contacts',
      contacts.flatMap(({ source }) => source ?? []),
      files.sources.known,
      'source',
    )
    checkDemonstration(checking, id)
  }
  for (const { names, councils } of files.placeNames?.shared ?? [])
    checkKnown(checking, 'place-names.yaml', names.join(', '), councils, files.councils.known, 'council')
  for (const { door } of files.nations ?? []) checkKnown(checking, 'matching/nations.yaml', 'door', [door], files.doors.known, 'door')
  for (const row of files.afterAgreement?.rows ?? [])
    for (const clock of row.clocks)
      if (!isEventRow(clock)) faults.add('after-agreement.yaml', `${row.id}.clocks`, `there is no clock ${clock}`)
}

/** A name of two councils would stand for whichever comes first, unless place-names.yaml says that it is shared. */
function checkNamesApart({ files, faults }: Checking): void {
  const key = (name: string): string => nameWords(name).join(' ')
  const shared = new Set((files.placeNames?.shared ?? []).flatMap(({ names }) => names.map(key)))
  const owners = new Map<string, string>()
  for (const [id, { name, also }] of files.councils.good)
    for (const one of [name, ...also]) {
      const owner = owners.get(key(one)) ?? id
      owners.set(key(one), owner)
      if (owner !== id && !shared.has(key(one))) faults.add(`councils/${id}.yaml`, 'also', `${one} is a name of ${owner} too`)
    }
}

/** A desk that does not exist is offered by no council that does, and no real desk by one that does not. */
function checkDemonstration({ files, faults }: Checking, id: string): void {
  const desk = files.desks.good.get(id)
  for (const name of desk?.councils ?? []) {
    const council = files.councils.good.get(name)
    if (council && council.demonstration !== desk?.demonstration) faults.add(`desks/${id}.yaml`, 'councils', `cannot serve ${name}`)
  }
}

function checkTopic(checking: Checking, file: string, topic: Topic): void {
  const { files, faults } = checking
  for (const fact of topic.facts) if (!isFact(fact)) faults.add(file, 'facts', `there is no fact ${fact}`)
  checkKnown(checking, file, 'siblings', topic.siblings, files.topics.known, 'topic')
  checkKnown(checking, file, 'corrects', topic.corrects, files.myths.known, 'entry of myths.yaml')
  if (topic.siblings.includes(topic.id)) faults.add(file, 'siblings', 'names the topic itself')
  if (topic.sources.length === 0 && topic.group !== 'service') faults.add(file, 'sources', 'must name at least one source')
  if (topic.partOf !== undefined) {
    checkKnown(checking, file, 'partOf', [topic.partOf], files.topics.known, 'topic')
    if (files.topics.good.get(topic.partOf)?.partOf !== undefined)
      faults.add(file, 'partOf', `${topic.partOf} is itself part of another topic`)
  }
  checkDates(faults, file, topic)
}

function checkDates(faults: FaultList, file: string, dates: Pick<Topic, 'checkedOn' | 'reviewBy' | 'validFrom' | 'validUntil'>): void {
  if (dates.reviewBy < dates.checkedOn) faults.add(file, 'reviewBy', 'is before the day of the check')
  if (dates.validFrom && dates.validUntil && dates.validUntil < dates.validFrom) faults.add(file, 'validUntil', 'is before validFrom')
}

function checkSourcesEverywhere(checking: Checking): void {
  const { files, faults } = checking
  for (const { file, path, keys } of sourcesNamed(files)) checkKnown(checking, file, path, keys, files.sources.known, 'source')
  for (const [file, guide] of Object.entries({
    'letter-checklist.yaml': files.letterChecklist,
    'after-agreement.yaml': files.afterAgreement,
    'two-routes.yaml': files.twoRoutes,
  }))
    if (guide) checkDates(faults, file, guide)
}

interface Named {
  readonly file: string
  readonly path: string
  readonly keys: readonly string[]
}

function sourcesNamed(files: Files): readonly Named[] {
  const named = (file: string, entries: ReadonlyMap<string, { readonly sources?: readonly string[] | undefined }>): readonly Named[] =>
    [...entries].map(([id, { sources }]) => ({ file, path: `${id}.sources`, keys: sources ?? [] }))
  const contacts = [...files.councils.good.values()].flatMap(({ id, mediation, sendiass, localOffer }) =>
    [mediation, sendiass, localOffer].map(({ contacts: facts }) => ({
      file: `councils/${id}.yaml`,
      path: 'contacts',
      keys: facts.flatMap(({ source }) => source ?? []),
    })),
  )
  const organisations = [...files.organisations.good].map(([id, { contacts: facts }]) => ({
    file: 'organisations.yaml',
    path: `${id}.contacts`,
    keys: facts.flatMap(({ source }) => source ?? []),
  }))
  const list = (file: string, items: readonly { readonly id: string; readonly sources: readonly string[] }[]): readonly Named[] =>
    items.map(({ id, sources }) => ({ file, path: `${id}.sources`, keys: sources }))
  return [
    ...[...files.topics.good].map(([id, { sources }]) => ({ file: `topics/${id}.md`, path: 'sources', keys: sources })),
    ...[...files.councils.good].map(([id, { sources }]) => ({ file: `councils/${id}.yaml`, path: 'sources', keys: sources })),
    ...named('messages', files.messages.good),
    ...named('matching/doors.yaml', files.doors.good),
    ...named('decisions.yaml', files.decisions.decisions.good),
    ...named('decisions.yaml', new Map(Object.entries(files.decisions.who ?? {}))),
    ...named('deadlines.yaml', files.deadlines.clocks.good),
    ...named('organisations.yaml', files.organisations.good),
    ...named('glossary.yaml', files.glossary.good),
    ...named('myths.yaml', files.myths.good),
    ...contacts,
    ...organisations,
    ...list('letter-checklist.yaml', files.letterChecklist?.items ?? []),
    ...list('after-agreement.yaml', files.afterAgreement?.rows ?? []),
    ...list('two-routes.yaml', files.twoRoutes?.points ?? []),
  ]
}

function checkKnown(
  { faults }: Checking,
  file: string,
  path: string,
  names: readonly string[],
  known: ReadonlySet<string> | null,
  what: string,
): void {
  if (known === null) return
  for (const name of names) if (!known.has(name)) faults.add(file, path, `there is no ${what} ${name}`)
}
