// What a council's theme changes in the style sheet: the variables of base.css and page.entry.css, nothing else.
import type { Theme } from '../content/schema/theme'

/** Fonts that people's devices have already: none is fetched. */
const FONTS: Readonly<Record<Theme['font'], string | null>> = {
  system: null,
  arial: "Arial,'Liberation Sans',Helvetica,sans-serif",
  verdana: "Verdana,'DejaVu Sans',Geneva,sans-serif",
  georgia: "Georgia,'Liberation Serif',serif",
}

/** The style sheet of a page, with the theme at its end; as it is where there is no theme. */
export function themed(style: string, theme: Theme | null | undefined): string {
  if (!theme) return style
  const font = FONTS[theme.font]
  const values = [
    `--brand:${theme.brand}`,
    `--on-brand:${theme.onBrand}`,
    `--accent:${theme.links}`,
    ...(font === null ? [] : [`--font:${font}`]),
    ...(theme.corners === 'square' ? ['--corner:0'] : []),
  ]
  return `${style}:root{${values.join(';')}}`
}
