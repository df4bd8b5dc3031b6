// What an editor's own words must not do, by the house style of the pack: promise, push, name a number of no list, lean on a page nobody knows.
import { unknownContacts } from '../content/check/check-contacts'
import { unlistedHosts } from '../content/check/check-hosts'
import { forbiddenClaims, foreignSpelling } from '../content/check/check-words'
import type { SaidText } from '../content/check/said-texts'
import type { PackFault } from '../content/faults'
import { councilFile } from '../content/overlay/council-text'
import type { Pack } from '../content/pack'
import type { Council } from '../content/schema/contact'
import type { HouseStyle } from '../content/schema/house-style'
import { PARTS } from './council-form'

/** Faults of what is new in a council's words and pages; what stood there before was reviewed with the pack. */
export function wordFaults(base: Pack, before: Council, council: Council, style: HouseStyle): readonly PackFault[] {
  const old = new Set(textsOf(before).map(({ text }) => text))
  const fresh = textsOf(council).filter(({ text }) => !old.has(text))
  const pack: Pack = { ...base, councils: new Map([[council.id, council]]) }
  const file = councilFile(council.id)
  return [
    ...forbiddenClaims(fresh, style),
    ...foreignSpelling(fresh, style),
    ...unknownContacts(fresh, pack),
    ...fresh.flatMap(({ path, text }) =>
      (text.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) =>
        style.pushes.includes(word) ? [{ file, path, message: `"${word}" pushes` }] : [],
      ),
    ),
    ...unlistedHosts(pack, style).filter((fault) => fault.file === file),
  ]
}

/** Each text with the field that it is typed into. */
function textsOf(council: Council): readonly SaidText[] {
  const file = councilFile(council.id)
  const said = (path: string, text: string | null | undefined): readonly SaidText[] => (text ? [{ file, path, text, kind: 'card' }] : [])
  return [
    ...PARTS.flatMap((part) => [
      ...said(`${part}.say`, council[part].say),
      ...council[part].contacts.flatMap((fact, at) =>
        (['note', 'hours', 'closures'] as const).flatMap((name) => said(`${part}.contacts.${at}.${name}`, fact[name])),
      ),
    ]),
    ...said('sendiass.name', council.sendiass.name),
    ...council.notes.flatMap((note) => said('notes', note)),
  ]
}
