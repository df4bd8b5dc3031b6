// How far a typed word is from the word that was meant.

/** Whether at most so many slips (a letter missing, added, changed, or two swapped) lie between two words that begin alike. */
export function isNear(typed: string, meant: string, slips: number): boolean {
  if (Math.abs(typed.length - meant.length) > slips) return false
  if (!typed.slice(0, 2).includes(meant.charAt(0))) return false
  return distance(typed, meant) <= slips
}

/** The optimal string alignment distance, row by row. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? cell(before, column - 2) + 1 : Infinity
      here.push(Math.min(cell(above, column) + 1, cell(here, column - 1) + 1, cell(above, column - 1) + changed, swapped))
    }
    before = above
    above = here
  }
  return cell(above, b.length)
}

const cell = (row: readonly number[], column: number): number => row[column] ?? Infinity
