// What the pages need to be told: words, councils and where things are.
import type { Theme } from '../content/schema/theme'
import type { Periods } from '../rules/retention'
import type { FormChats } from './form-chats'
import type { ChoiceView } from './view/message'
import type { Strings } from './view/strings'

export interface WebDeps {
  /** The project folder: `dist/client` holds the built scripts. */
  readonly root: string
  readonly strings: Strings
  /** The same for somebody whose page names a language; what the pack has no translation into stays as it is. */
  inLanguage(tag: string | null): WebDeps
  /** The language that the page names, where the pack has it. */
  readonly chosen: string | null
  /** What is sent for the press that deletes what was shared: the words that the chat understands. */
  readonly deleting: string
  /** The language of the interface, such as `en-GB`. */
  readonly language: string
  /** The council with this id, or null when there is none. */
  council(id: string): WebCouncil | null
  /** What the bot says first to someone from this council's page: the same words that it then sends itself. */
  greeting(council: WebCouncil | null): Opening
  /** How long what is kept for this council's families; for everybody's where it is null. */
  periods(council: string | null): Periods
  /** Origins whose pages may show this council's chat, such as `https://www.southend.gov.uk`. */
  frameAncestors(council: WebCouncil | null): readonly string[]
  /** Where 'Leave this page quickly' leads: a page that nobody wonders about. */
  readonly leaveTo: string
  readonly tokenUrl: string
  /** Where Direct Line answers: a path here, or another host's address. */
  readonly directLine: string
  /** What each row of decisions and problems is called, by its id: a link back is said in these words. */
  readonly problems: Readonly<Record<string, string>>
  /** The chats, for pages that are sent as forms. */
  readonly forms: FormChats
  /** How families reach the server, such as `https://chat.example.gov.uk`; null where that is not set. */
  readonly publicUrl: string | null
}

export interface WebCouncil {
  readonly id: string
  readonly name: string
  /** How to reach the people of its Local Offer, in words; null where the pack has nothing that is still good. */
  readonly contact?: string | null
  /** How its pages look; as everywhere where there is none. */
  readonly theme?: Theme | null
}

export interface Opening {
  /** The message id, such as `greeting.hello`. */
  readonly message: string
  readonly text: string
  /** The language of that text. */
  readonly language: string
  readonly choices: readonly ChoiceView[]
}
