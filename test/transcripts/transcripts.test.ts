import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { findTopicByTitle } from './find-topic-by-title'
import { play } from './play'
import { readTranscript, writeTranscript } from './transcript'

const pack = loadPack(contentDir)
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.chat'))
  .sort()

describe('transcripts', () => {
  it.each(files)('%s', async (file) => {
    const path = join(__dirname, file)
    const expected = readTranscript(readFileSync(path, 'utf8'))
    const { turns } = await play(expected, { pack, findTopic: findTopicByTitle(pack) })
    if (process.env['WRITE_TRANSCRIPTS'] === '1') writeFileSync(path, writeTranscript({ header: expected.header, turns }))
    else expect(writeTranscript({ header: expected.header, turns })).toBe(writeTranscript(expected))
  })
})
