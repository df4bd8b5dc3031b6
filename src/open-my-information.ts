// Joins the page on which a family deletes later what it shared: its link, its words, and the handoff service behind it.
import { randomBytes } from 'node:crypto'
import type { Server } from 'restify'
import { londonNow } from './clock'
import type { Config } from './config'
import { tokenSecret } from './config-token-secret'
import type { Pack } from './content/pack'
import { words } from './content/wording'
import { createEraseLinks } from './handoff/erase-link'
import type { Handoffs } from './handoff/handoffs'
import type { Log } from './log'
import { projectRoot } from './project-root'
import { inWords } from './rules/calendar-date'
import type { Handoff } from './rules/handoff/handoff-types'
import { mountMyInformation, type HeldThere } from './web/my-information'

export interface MyInformationParts {
  readonly config: Config
  readonly pack: Pack
  readonly handoffs: Pick<Handoffs, 'statusOf' | 'withdraw'>
  readonly log: Log
  readonly publicUrl: () => string
}

export interface OpenedMyInformation {
  /** `https://chat.example.gov.uk/my-information/…` for what was shared as this handoff. */
  readonly linkFor: (id: string) => string
  readonly mount: (server: Server) => void
}

export function openMyInformation({ config, pack, handoffs, log, publicUrl }: MyInformationParts): OpenedMyInformation {
  const links = createEraseLinks(tokenSecret(config, () => randomBytes(32).toString('base64url')))
  const text = (id: string, vars: Readonly<Record<string, string>> = {}): string => words(pack, id, { voice: 'parent', vars }).text.trim()
  const find = async (token: string): Promise<HeldThere | null> => {
    const id = links.idOf(token)
    return id === null ? null : heldOf(pack, await handoffs.statusOf(id))
  }
  return {
    linkFor: (id) => `${publicUrl()}/my-information/${links.tokenFor(id)}`,
    mount: (server) =>
      mountMyInformation(server, {
        root: projectRoot,
        language: text('web.language'),
        title: text('web.title'),
        say: (id, vars) => text(id === 'not-found-title' || id === 'not-found' ? `rights.page-${id}` : `rights.${id}`, vars),
        find,
        erase: async (token) => {
          const id = links.idOf(token)
          if (id === null || !(await handoffs.withdraw(id, 'erased'))) throw new Error('what was shared was not deleted')
        },
        failed: (error) => log.failure('handoff', error),
      }),
  }
}

function heldOf(pack: Pack, handoff: Handoff | null): HeldThere {
  if (handoff === null || handoff.consentedAt === null || handoff.endReason === 'erased' || handoff.endReason === 'withdrawn') return 'gone'
  const { organisation, consentedAt } = handoff
  return { name: pack.desks.get(organisation)?.name ?? organisation, date: inWords(londonNow(new Date(consentedAt)).today) }
}
