// How a council's pages look: two colours, the words on them, a font and corners. A colour that people could not read on is refused, with its contrast.
import { z } from 'zod'
import { contrast } from './contrast'

/** What the pages write on: white, and the pale shade of pressed buttons and table heads. */
export const PAPERS = ['#ffffff', '#eef4f4'] as const
/** WCAG 2.2, 1.4.3 for words, 1.4.11 for what is not words. */
const LEAST = { words: 4.5, shapes: 3 } as const

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #1d4f8c, in small letters')

const FONTS = ['system', 'arial', 'verdana', 'georgia'] as const
const CORNERS = ['square', 'round'] as const

const shape = z.strictObject({
  /** The band at the top and the Send button. */
  brand: colour,
  /** The words on it. */
  onBrand: colour,
  /** Links, buttons, days and borders on white. */
  links: colour,
  font: z.enum(FONTS).default('system'),
  corners: z.enum(CORNERS).default('round'),
})

export type Theme = z.infer<typeof shape>

export const theme = shape.superRefine((given, { addIssue }) => {
  const check = (key: 'brand' | 'onBrand' | 'links', on: string, what: keyof typeof LEAST): void => {
    const ratio = contrast(given[key], on)
    if (ratio >= LEAST[what]) return
    const message = `${given[key]} on ${on} has a contrast of ${cut(ratio)} to 1; ${what} need at least ${LEAST[what]} to 1`
    addIssue({ code: 'custom', path: [key], message })
  }
  check('brand', PAPERS[0], 'shapes')
  check('onBrand', given.brand, 'words')
  for (const paper of PAPERS) check('links', paper, 'words')
})

/** Cut, not rounded: 4.499 is not 4.50. */
function cut(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2)
}
