// Every text of a pack that people read, with the place where it stands.
import type { Pack } from '../pack'
import type { ContactFact } from '../schema/contact'
import type { Voiced } from '../schema/primitives'

export interface SaidText {
  readonly file: string
  readonly path: string
  readonly text: string
  /** `card` for what is read as one piece; `part` for labels, titles and other pieces of one. */
  readonly kind: 'card' | 'part'
}

/** All that is said. What people type (utterances, phrases) and the wrong statements that are put right are left out. */
export function saidTexts(pack: Pack): readonly SaidText[] {
  return [
    ...topicTexts(pack),
    ...messageTexts(pack),
    ...decisions(pack),
    ...deadlines(pack),
    ...guides(pack),
    ...places(pack),
    ...cardTexts(pack),
  ]
}

function said(file: string, path: string, text: Voiced | undefined | null, kind: SaidText['kind'] = 'card'): readonly SaidText[] {
  if (text === undefined || text === null) return []
  if (typeof text === 'string') return [{ file, path, text, kind }]
  return [...said(file, `${path}.parent`, text.parent, kind), ...said(file, `${path}.youngPerson`, text.youngPerson, kind)]
}

/** What is said of each topic. */
export function topicTexts({ topics }: Pick<Pack, 'topics'>): readonly SaidText[] {
  return [...topics.values()].flatMap(({ id, title, answer, youngPerson, later }) => {
    const file = `topics/${id}.md`
    return [
      ...said(file, 'title', title, 'part'),
      ...said(file, 'answer', answer),
      ...said(file, 'youngPerson', youngPerson),
      ...later.flatMap((version) => [
        ...said(file, `from ${version.from}`, version.answer),
        ...said(file, `from ${version.from}.youngPerson`, version.youngPerson),
      ]),
    ]
  })
}

/** Each message and its choices. */
export function messageTexts({ messages }: Pick<Pack, 'messages'>): readonly SaidText[] {
  return [...messages].flatMap(([id, { text, youngPerson, choices = [] }]) => [
    ...said('messages', id, text),
    ...said('messages', `${id}.youngPerson`, youngPerson),
    ...choices.flatMap((choice) => [
      ...said('messages', `${id}.choices.${choice.id}`, choice.label, 'part'),
      ...said('messages', `${id}.choices.${choice.id}.youngPerson`, choice.youngPerson, 'part'),
    ]),
  ])
}

function decisions(pack: Pack): readonly SaidText[] {
  const file = 'decisions.yaml'
  return [
    ...[...pack.who].flatMap(([id, { text }]) => said(file, `who.${id}`, text)),
    ...[...pack.decisions].flatMap(([id, { label, about, route, certificate, next, settles = [] }]) => [
      ...said(file, `${id}.label`, label, 'part'),
      ...Object.entries({ about, route, certificate }).flatMap(([name, text]) => said(file, `${id}.${name}`, text)),
      ...next.flatMap((step, index) => said(file, `${id}.next.${index}`, step)),
      ...settles.flatMap(({ question }) => said(file, `${id}.settles`, question)),
    ]),
  ]
}

function deadlines({ deadlines: { clocks, steps, warnings } }: Pack): readonly SaidText[] {
  const file = 'deadlines.yaml'
  return [
    ...[...clocks].flatMap(([id, { title, rule, from }]) => [
      ...said(file, `${id}.title`, title, 'part'),
      ...said(file, `${id}.rule`, rule),
      ...said(file, `${id}.from`, from, 'part'),
    ]),
    ...Object.entries(steps).flatMap(([id, text]) => said(file, `steps.${id}`, text, 'part')),
    ...[...warnings].flatMap(([id, text]) => said(file, `warnings.${id}`, text)),
  ]
}

function guides({ letterChecklist, afterAgreement, twoRoutes, glossary, myths }: Pack): readonly SaidText[] {
  return [
    ...letterChecklist.items.flatMap(({ id, text }) => said('letter-checklist.yaml', id, text, 'part')),
    ...said('letter-checklist.yaml', 'missing', letterChecklist.missing),
    ...afterAgreement.rows.flatMap(({ id, agreed, must }) => [
      ...said('after-agreement.yaml', `${id}.agreed`, agreed, 'part'),
      ...said('after-agreement.yaml', `${id}.must`, must, 'part'),
    ]),
    ...twoRoutes.points.flatMap(({ id, mediation, resolution }) => [
      ...said('two-routes.yaml', `${id}.mediation`, mediation),
      ...said('two-routes.yaml', `${id}.resolution`, resolution),
    ]),
    ...[...glossary].flatMap(([id, { says }]) => said('glossary.yaml', id, says)),
    ...[...myths].flatMap(([id, { right }]) => said('myths.yaml', id, right)),
  ]
}

function places({ councils, organisations, desks }: Pack): readonly SaidText[] {
  return [
    ...[...councils.values()].flatMap(({ id, mediation, sendiass, localOffer, notes }) => {
      const file = `councils/${id}.yaml`
      const parts = [mediation, sendiass, localOffer]
      return [
        ...parts.flatMap(({ say, contacts }) => [...said(file, 'say', say), ...contacts.flatMap((fact) => wordsOf(file, fact))]),
        ...notes.flatMap((note) => said(file, 'notes', note)),
      ]
    }),
    ...[...desks.values()].flatMap(({ id, name, closures, contacts }) => {
      const texts = [...closures.map(({ reason }) => reason), ...contacts.flatMap(({ note }) => note ?? [])]
      return [...said(`desks/${id}.yaml`, 'name', name, 'part'), ...texts.flatMap((text) => said(`desks/${id}.yaml`, 'closures', text))]
    }),
    ...[...organisations].flatMap(([id, { what, notes, contacts }]) =>
      [what, ...notes, ...contacts.flatMap(({ note }) => note ?? [])].flatMap((text) => said('organisations.yaml', id, text)),
    ),
  ]
}

function wordsOf(file: string, { note, hours, closures }: ContactFact): readonly SaidText[] {
  return [...said(file, 'note', note), ...said(file, 'hours', hours, 'part'), ...said(file, 'closures', closures, 'part')]
}

/** The crisis cards. */
export function cardTexts({ safeguarding }: { readonly safeguarding: Pick<Pack['safeguarding'], 'cards'> }): readonly SaidText[] {
  return Object.entries(safeguarding.cards).flatMap(([id, text]) => said('safeguarding/cards.yaml', id, text))
}
