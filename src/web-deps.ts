// What the pages are told: their words from the pack, the councils, and where Direct Line answers.
import type { Config } from './config'
import type { Pack } from './content/pack'
import type { Translation } from './content/schema/translation'
import { inLanguage, interfaceIn, translationOf } from './content/translations/in-language'
import { inVoice, PACK_LANGUAGE, words, type Words } from './content/wording'
import type { CalendarDate } from './rules/calendar-date'
import { readStrings, type Strings } from './web/view/strings'
import type { FormChats } from './web/form-chats'
import type { Opening, WebCouncil, WebDeps } from './web/web-deps'

export interface WebParts {
  readonly config: Config
  readonly pack: Pack
  readonly root: string
  readonly forms: FormChats
  readonly periods: WebDeps['periods']
  /** The day in London: a translation is said until the day of its review. */
  readonly today: () => CalendarDate
}

export function webDeps({ config, pack, root, forms, periods, today }: WebParts): WebDeps {
  const english = readStrings((id) => inEnglish(pack, id).text.trim())
  const deps: WebDeps = {
    root,
    strings: english,
    inLanguage: (tag) => {
      const translation = translationOf(pack, tag, today())
      return translation ? { ...deps, ...pageIn(translation, pack, english) } : deps
    },
    chosen: null,
    deleting: english.delete,
    language: english.language,
    council: (id) => councilIn(pack, id),
    greeting: () => greeting(pack, null),
    frameAncestors: (council) => [...config.ALLOWED_ORIGINS, ...sitesOf(council, config.COUNCIL_ORIGINS)],
    leaveTo: 'https://www.bbc.co.uk/weather',
    tokenUrl: TOKEN_URL,
    directLine: '/v3/directline',
    problems: Object.fromEntries([...pack.decisions].map(([id, { label }]) => [id, inVoice(label, 'parent')])),
    forms,
    periods,
    publicUrl: config.PUBLIC_URL ?? null,
  }
  return deps
}

const TOKEN_URL = '/api/directline/token'

function inEnglish(pack: Pack, id: string, vars: Record<string, string> = {}): Words {
  return words(pack, id, { voice: 'parent', vars })
}

/** The page in another language: its own words only where all of them are translated, so that no two languages are mixed unmarked. */
function pageIn(translation: Translation, pack: Pack, english: Strings): Partial<WebDeps> {
  const { language } = translation
  const ofPage = { chosen: language, tokenUrl: `${TOKEN_URL}?lang=${language}`, greeting: () => greeting(pack, translation) }
  const strings = interfaceIn(translation, english)
  return strings ? { ...ofPage, strings, language } : ofPage
}

function greeting(pack: Pack, translation: Translation | null): Opening {
  const id = 'greeting.hello'
  const vars = { kept: inEnglish(pack, 'greeting.kept-sealed').text.trim() }
  const hello = inEnglish(pack, id, vars)
  const labels = hello.choices.map(({ label }) => label)
  const told = translation && inLanguage(translation, pack, { id, voice: 'parent', vars, labels })
  return {
    message: id,
    text: told?.text ?? hello.text,
    language: translation && told ? translation.language : PACK_LANGUAGE,
    choices: labels.map((value, at) => ({ label: told?.labels[at] ?? value, value })),
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
