// The app package of one council for Teams: the manifest with its gaps filled, and two pictures, in one zip.
import { createHash } from 'node:crypto'
import { colourIcon, outlineIcon } from './draw-icons'
import { writePng } from './write-png'
import { writeZip } from './write-zip'

export interface AppFacts {
  readonly council: string
  readonly councilName: string
  /** The application's id in Microsoft Entra, which is the bot's too. */
  readonly appId: string
  /** `https://advice.example.gov.uk`, without a slash at its end. */
  readonly publicUrl: string
  /** `1.2.3` */
  readonly version: string
}

/** The same bytes for the same facts. @throws Error for a gap that the template has and nobody fills */
export function packageApp(template: string, facts: AppFacts): Buffer {
  return writeZip([
    { name: 'manifest.json', content: Buffer.from(fillManifest(template, facts)) },
    { name: 'color.png', content: writePng(colourIcon()) },
    { name: 'outline.png', content: writePng(outlineIcon()) },
  ])
}

/** Teams cuts nothing by itself: it refuses a full name of more than 100 characters. */
const MOST = 100

export function fillManifest(template: string, facts: AppFacts): string {
  const { publicUrl } = facts
  const gaps: Readonly<Record<string, string>> = { ...facts, packageId: packageId(facts), host: new URL(publicUrl).host }
  const filled = JSON.parse(template, (_, value: unknown) => (typeof value === 'string' ? fill(value, gaps) : value)) as {
    name: { full: string }
  }
  filled.name.full = filled.name.full.slice(0, MOST).trim()
  return `${JSON.stringify(filled, null, 2)}\n`
}

function fill(text: string, gaps: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = gaps[name]
    if (value === undefined) throw new Error(`the template of the manifest has a gap that nobody fills: ${name}`)
    return value
  })
}

/** One app for each bot and council, the same at every packaging: so a newer package replaces the one before. RFC 9562, version 8. */
function packageId({ appId, council }: AppFacts): string {
  const hash = createHash('sha256').update(`teams-app|${appId.toLowerCase()}|${council}`).digest('hex')
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16)
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}
