// One edition of the pack: content/ with a published version of the overlay over it.
import type { Pack } from '../pack'
import { PackFaults } from '../faults'
import { FaultList, parseYaml, validate } from '../read-file'
import { council, type Council } from '../schema/contact'
import type { OverlayVersion } from './read-overlay'

/** What makes a council this council, and what only the repository changes. */
export const LOCKED = ['id', 'code', 'name', 'also', 'places', 'demonstration', 'theme'] as const

/**
 * The councils of a pack as a version of the overlay has them. What is locked is the repository's: `checked` refuses a file that has it otherwise,
 * `read` passes over it, because a later release may have changed it. @throws PackFaults for a file that does not fit
 */
export function councilsOver(base: Pack, files: ReadonlyMap<string, string>, locked: 'checked' | 'read'): ReadonlyMap<string, Council> {
  const faults = new FaultList()
  const councils = new Map(base.councils)
  for (const [file, text] of files) {
    if (!file.startsWith('councils/')) continue
    const read = validate(faults, file, [], council, parseYaml({ dir: '', faults }, file, text))
    if (read === null) continue
    const own = base.councils.get(file.slice('councils/'.length, -'.yaml'.length))
    for (const key of locked === 'checked' ? LOCKED : [])
      if (JSON.stringify(own?.[key]) !== JSON.stringify(read[key])) faults.add(file, key, 'may be changed in the repository only')
    checkNames(base, file, read, faults)
    if (own) councils.set(own.id, { ...read, ...Object.fromEntries(LOCKED.map((key) => [key, own[key]])) })
  }
  if (faults.faults.length > 0) throw new PackFaults(faults.faults)
  return councils
}

function checkNames(base: Pack, file: string, { mediation, sendiass, localOffer, sources }: Council, faults: FaultList): void {
  const { provider } = mediation
  if (provider !== null && !base.organisations.has(provider)) faults.add(file, 'mediation.provider', `there is no organisation ${provider}`)
  const keys = [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts.flatMap(({ source }) => source ?? []))
  for (const key of [...keys, ...sources]) if (!base.sources.has(key)) faults.add(file, 'source', `there is no source ${key}`)
}

/** The pack with a version over it; `withdrawn` is shared by all editions, because what is withdrawn is said by none. @throws PackFaults */
export function editionOf(base: Pack, version: OverlayVersion | null, withdrawn: Pack['withdrawn']): Pack {
  if (version === null) return { ...base, withdrawn }
  return { ...base, version: `${base.version}+${version.manifest.number}`, councils: councilsOver(base, version.files, 'read'), withdrawn }
}
