// Between the form on the editor's page and a council's file: what is locked in the file stays as it is.
import type { ContactFact, Council } from '../content/schema/contact'

export const PARTS = ['mediation', 'sendiass', 'localOffer'] as const
export type PartName = (typeof PARTS)[number]
export const KINDS = ['phone', 'email', 'web', 'address'] as const

type Values = Readonly<Record<string, unknown>>

/** The values of a council's file with what was typed. A contact that was emptied, or ticked to be taken out, is gone. */
export function valuesFrom(form: URLSearchParams, live: Council, values: Values): Values {
  const typed = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim()
  const said = (name: string): Values => (typed(name) === '' ? {} : { [name.split('.').at(-1) ?? name]: typed(name) })
  const contacts = (part: PartName): readonly Values[] => contactsFrom(form, part, live[part].contacts)
  const named = evidenceFrom(typed, 'mediation.named')
  return {
    ...values,
    reviewBy: typed('reviewBy') === '' ? null : typed('reviewBy'),
    mediation: {
      provider: typed('mediation.provider') === '' ? null : typed('mediation.provider'),
      ...(named ? { named } : {}),
      ...said('mediation.say'),
      contacts: contacts('mediation'),
    },
    sendiass: {
      name: typed('sendiass.name') === '' ? null : typed('sendiass.name'),
      ...said('sendiass.say'),
      contacts: contacts('sendiass'),
    },
    localOffer: { ...said('localOffer.say'), contacts: contacts('localOffer') },
    notes: typed('notes')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}

function contactsFrom(form: URLSearchParams, part: PartName, before: readonly ContactFact[]): readonly Values[] {
  const contacts: Values[] = []
  for (let at = 0; form.has(`${part}.contacts.${at}.value`); at += 1) {
    const prefix = `${part}.contacts.${at}`
    const typed = (name: string): string => (form.get(`${prefix}.${name}`) ?? '').trim()
    if (typed('value') === '' || typed('remove') === 'yes') continue
    const evidence = evidenceFrom((name) => typed(name), 'evidence')
    // A document gives the number that was read in it, and no other.
    const source = before.find(({ kind, value }) => kind === typed('kind') && value === typed('value'))?.source
    contacts.push({
      kind: typed('kind'),
      value: typed('value'),
      ...(source ? { source } : {}),
      ...(evidence ? { evidence } : {}),
      sourceDate: typed('sourceDate') === '' ? null : typed('sourceDate'),
      checkedOn: typed('checkedOn'),
      reviewBy: typed('reviewBy'),
      standing: typed('standing'),
      ...Object.fromEntries(['hours', 'closures', 'note'].flatMap((name) => (typed(name) === '' ? [] : [[name, typed(name)]]))),
    })
  }
  return contacts
}

function evidenceFrom(typed: (name: string) => string, prefix: string): Values | null {
  const evidence = { url: typed(`${prefix}.url`), title: typed(`${prefix}.title`), sentence: typed(`${prefix}.sentence`) }
  return Object.values(evidence).some((value) => value !== '') ? evidence : null
}
