// What the words of a pack must not do, for those who check words as they are written.
import { PackFaults } from './faults'
import { FaultList, readFile } from './read-file'
import { houseStyle, type HouseStyle } from './schema/house-style'

/** @throws PackFaults */
export function loadHouseStyle(dir: string): HouseStyle {
  const faults = new FaultList()
  const style = readFile({ dir, faults }, 'house-style.yaml', houseStyle)
  if (style === null) throw new PackFaults(faults.faults)
  return style
}
