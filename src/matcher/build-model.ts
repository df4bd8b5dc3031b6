// Builds the model of the pack when there is none for these inputs; afterwards only finds it.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../content/load'
import { encodeAll } from './encode-all'
import { saveModel } from './model-file'
import { modelHash } from './model-hash'
import { readTraining } from './read-training'
import { trainModel } from './train-model'
import { withCache } from './vector-cache'

/** Where things are: the pack, the compiled sources, and the folder that models are kept in. */
export interface ModelPlaces {
  readonly content: string
  readonly code: string
  readonly models: string
}

/** The folder of the model for these inputs; it may not exist yet. */
export function modelFolder({ content, code, models }: ModelPlaces): string {
  return join(models, `model-${modelHash(content, code).slice(0, 16)}`)
}

/** Builds what is missing and says how far it is; older models are removed. @throws PackFaults */
export async function buildModel(places: ModelPlaces, say: (line: string) => void): Promise<string> {
  const folder = modelFolder(places)
  if (existsSync(join(folder, 'model.json'))) return folder
  const began = performance.now()
  mkdirSync(places.models, { recursive: true })
  const pack = loadPack(places.content)
  const training = readTraining(places.content, pack)
  say('Learning the questions of the pack (once, under a minute).')
  const encode = withCache((texts) => encodeAll(texts, quarters(say)), places.models)
  const model = await trainModel(pack, training, encode, folder.slice(-16))
  saveModel(model, folder)
  removeOthers(places.models, folder)
  say(`  done in ${String(Math.round((performance.now() - began) / 1000))} s`)
  return folder
}

/** Says each quarter once. */
function quarters(say: (line: string) => void): (share: number) => void {
  let told = 0
  return (share) => {
    if (share < told + 0.25) return
    told += 0.25
    say(`  read ${String(Math.round(told * 100))} %`)
  }
}

function removeOthers(models: string, kept: string): void {
  for (const name of readdirSync(models)) {
    const path = join(models, name)
    if (/^model-[0-9a-f]{16}$/.test(name) && path !== kept) rmSync(path, { recursive: true, force: true })
  }
}
