// Where the project lies, from the sources and from the build alike.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'content')) ? folder : above(dirname(folder))
}

export const projectRoot = above(__dirname)
export const contentDir = join(projectRoot, 'content')
