// What the pages are told: their words from the pack, the councils, and where Direct Line answers.
import type { Config } from './config'
import type { Pack } from './content/pack'
import { inVoice, words } from './content/wording'
import { readStrings } from './web/view/strings'
import type { FormChats } from './web/form-chats'
import type { WebCouncil, WebDeps } from './web/web-deps'

export interface WebParts {
  readonly config: Config
  readonly pack: Pack
  readonly root: string
  readonly forms: FormChats
  readonly periods: WebDeps['periods']
}

export function webDeps({ config, pack, root, forms, periods }: WebParts): WebDeps {
  const say = (id: string, vars: Record<string, string> = {}): string => words(pack, id, { voice: 'parent', vars }).text.trim()
  const hello = words(pack, 'greeting.hello', { voice: 'parent', vars: { kept: say('greeting.kept-sealed') } })
  const strings = readStrings(say)
  return {
    root,
    strings,
    language: strings.language,
    council: (id) => councilIn(pack, id),
    greeting: () => ({ message: 'greeting.hello', text: hello.text, choices: hello.choices.map(({ label }) => ({ label, value: label })) }),
    frameAncestors: (council) => [...config.ALLOWED_ORIGINS, ...sitesOf(council, config.COUNCIL_ORIGINS)],
    leaveTo: 'https://www.bbc.co.uk/weather',
    tokenUrl: '/api/directline/token',
    directLine: '/v3/directline',
    problems: Object.fromEntries([...pack.decisions].map(([id, { label }]) => [id, inVoice(label, 'parent')])),
    forms,
    periods,
    publicUrl: config.PUBLIC_URL ?? null,
  }
}

/** Only its own site: another council's page cannot show this council's chat. */
function sitesOf(council: WebCouncil | null, origins: Config['COUNCIL_ORIGINS'] = []): readonly string[] {
  return origins.filter((one) => one.council === council?.id).map(({ site }) => site)
}

/** An address or number of the Local Offer, as old as its page says: the notice says to look there first. */
function councilIn(pack: Pack, id: string): WebCouncil | null {
  const council = pack.councils.get(id)
  if (!council) return null
  const [contact] = council.localOffer.contacts.filter(({ kind }) => kind === 'email' || kind === 'phone')
  return { id, name: council.name, contact: contact?.value ?? null, theme: council.theme }
}
