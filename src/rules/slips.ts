// How far a typed word is from the word that was meant: letters missing, added, changed, or two swapped.

/** More than any word can be apart. */
const FAR = 0xffff

/** How many slips lie between the two (each stretch changed once at most: optimal string alignment); null where more than `most`. */
export function slipsBetween(typed: string, meant: string, most: number): number | null {
  if (most < 0 || Math.abs(typed.length - meant.length) > most) return null
  if (typed === meant) return 0
  let [older, above, row] = rowsFor(meant.length + 1)
  for (let column = 0; column <= Math.min(most, meant.length); column += 1) above[column] = column
  for (let line = 1; line <= typed.length; line += 1) {
    // Further than `most` from the diagonal no way is short enough.
    const [from, to] = [Math.max(1, line - most), Math.min(meant.length, line + most)]
    row[from - 1] = from === 1 ? line : FAR
    let least = at(row, from - 1)
    for (let column = from; column <= to; column += 1) {
      const changed = typed[line - 1] === meant[column - 1] ? 0 : 1
      const isSwapped = typed[line - 1] === meant[column - 2] && typed[line - 2] === meant[column - 1]
      const swapped = isSwapped ? at(older, column - 2) + 1 : FAR
      const slips = Math.min(at(above, column) + 1, at(row, column - 1) + 1, at(above, column - 1) + changed, swapped)
      row[column] = slips
      least = Math.min(least, slips)
    }
    if (least > most) return null
    ;[older, above, row] = [above, row, older]
  }
  const slips = at(above, meant.length)
  return slips <= most ? slips : null
}

type Row = Uint16Array
const rows: [Row, Row, Row] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)]

/** The same three rows each time: words are compared by the hundred, and new rows would cost more than the comparison. */
function rowsFor(length: number): [Row, Row, Row] {
  if (length > rows[0].length)
    return [new Uint16Array(length).fill(FAR), new Uint16Array(length).fill(FAR), new Uint16Array(length).fill(FAR)]
  for (const row of rows) row.fill(FAR, 0, length)
  return [...rows]
}

const at = (row: Uint16Array, column: number): number => row[column] ?? FAR
