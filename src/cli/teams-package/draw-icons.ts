// The two pictures of the app in Teams, drawn here: two circles that share some ground.
import type { Picture } from './write-png'

type Colour = readonly [red: number, green: number, blue: number, opacity: number]

const TEAL: Colour = [11, 92, 92, 255]
const PALE: Colour = [214, 236, 234, 255]
const SAND: Colour = [255, 214, 102, 255]
const WHITE: Colour = [255, 255, 255, 255]
const CLEAR: Colour = [255, 255, 255, 0]

/** Each point is looked at so many times across and down, so that edges are smooth. */
const LOOKS = 4

/** 192 points: two pale discs on a teal ground, sand where they meet. */
export function colourIcon(): Picture {
  return draw(192, (x, y) => {
    const [left, right] = [within(x, y, 0.39), within(x, y, 0.61)]
    if (left < 0.24 && right < 0.24) return SAND
    return left < 0.24 || right < 0.24 ? PALE : TEAL
  })
}

/** 32 points: the same as two white rings, clear otherwise, as Teams wants its outlines. */
export function outlineIcon(): Picture {
  const isRing = (distance: number): boolean => distance > 0.26 && distance < 0.34
  return draw(32, (x, y) => (isRing(within(x, y, 0.36)) || isRing(within(x, y, 0.64)) ? WHITE : CLEAR))
}

/** How far from the middle of the circle that stands at `middle` across. Everything in parts of the picture's width. */
function within(x: number, y: number, middle: number): number {
  return Math.hypot(x - middle, y - 0.5)
}

function draw(size: number, colourAt: (x: number, y: number) => Colour): Picture {
  const points = new Uint8Array(size * size * 4)
  for (let at = 0; at < size * size; at += 1) points.set(mixed(size, at % size, Math.floor(at / size), colourAt), at * 4)
  return { width: size, height: size, points }
}

/** Colours count as much as they cover. */
function mixed(size: number, column: number, row: number, colourAt: (x: number, y: number) => Colour): Colour {
  let [red, green, blue, opacity] = [0, 0, 0, 0]
  for (let look = 0; look < LOOKS * LOOKS; look += 1) {
    const x = (column + ((look % LOOKS) + 0.5) / LOOKS) / size
    const y = (row + (Math.floor(look / LOOKS) + 0.5) / LOOKS) / size
    const seen = colourAt(x, y)
    red += seen[0] * seen[3]
    green += seen[1] * seen[3]
    blue += seen[2] * seen[3]
    opacity += seen[3]
  }
  const part = (value: number): number => (opacity === 0 ? 255 : Math.round(value / opacity))
  return [part(red), part(green), part(blue), Math.round(opacity / (LOOKS * LOOKS))]
}
