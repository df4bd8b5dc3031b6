// The pack as the server beside this command has it: content/, with what editors published over it.
import { loadPack } from '../content/load'
import { openEditions } from '../content/overlay/editions'
import type { Pack } from '../content/pack'
import { overlayDir } from '../open-overlay'
import { contentDir } from '../project-root'

/** Where editors' versions lie for a command: `DATA_DIR` as the server has it. */
export function dirOfOverlay(): string {
  return overlayDir({ DATA_DIR: process.env['DATA_DIR'] ?? './data' })
}

/** @throws PackFaults */
export function loadLivePack(): Pack {
  return openEditions(loadPack(contentDir), dirOfOverlay()).live
}
