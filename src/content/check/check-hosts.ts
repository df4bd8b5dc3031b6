// Whose pages stand behind the pack: only hosts that somebody has put on the list.
import type { PackFault } from '../faults'
import type { Pack } from '../pack'
import type { HouseStyle } from '../schema/house-style'

/** Sources and evidence whose host is not on the house style's list. */
export function unlistedHosts(
  { sources, councils, organisations }: Pick<Pack, 'sources' | 'councils' | 'organisations'>,
  { hosts }: HouseStyle,
): readonly PackFault[] {
  const isListed = (address: string): boolean => {
    const host = new URL(address).hostname
    return hosts.some((one) => host === one || host.endsWith(`.${one}`))
  }
  const places = [
    ...[...sources].map(([key, { url }]) => ({ file: 'sources.yaml', path: key, address: url })),
    ...[...councils.values()].flatMap(({ id, mediation, sendiass, localOffer }) => {
      const facts = [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts)
      const pages = [mediation.named, ...facts.map(({ evidence }) => evidence)]
      return pages.map((page) => ({ file: `councils/${id}.yaml`, path: 'evidence', address: page?.url ?? null }))
    }),
    ...[...organisations].flatMap(([id, { contacts }]) =>
      contacts.map(({ evidence }) => ({ file: 'organisations.yaml', path: id, address: evidence?.url ?? null })),
    ),
  ]
  return places.flatMap(({ file, path, address }) =>
    address === null || isListed(address) ? [] : [{ file, path, message: `${new URL(address).hostname} is not on the list of hosts` }],
  )
}
