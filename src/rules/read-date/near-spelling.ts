// How far a typed word is from the word that was meant.

/** Whether at most so many slips (a letter missing, added, changed, or two swapped) lie between two words that begin alike. */
export function isNear(typed: string, meant: string, slips: number): boolean {
  if (Math.abs(typed.length - meant.length) > slips) return false
  if (!typed.slice(0, 2).includes(meant.charAt(0))) return false
  return distance(typed, meant) <= slips
}

/** The optimal string alignment distance, in one table of rows. */
function distance(a: string, b: string): number {
  const width = b.length + 1
  const table = new Uint8Array((a.length + 1) * width)
  for (let row = 0; row <= a.length; row += 1) table[row * width] = row
  for (let column = 0; column <= b.length; column += 1) table[column] = column
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const at = row * width + column
      const changed = a[row - 1] === b[column - 1] ? 0 : 1
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const swapped = isSwapped ? cell(table, at - 2 * width - 2) + 1 : Infinity
      table[at] = Math.min(cell(table, at - width) + 1, cell(table, at - 1) + 1, cell(table, at - width - 1) + changed, swapped)
    }
  }
  return cell(table, table.length - 1)
}

const cell = (table: Uint8Array, at: number): number => table[at] ?? 0
