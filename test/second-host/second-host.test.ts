// The same transcripts, over HTTP, through the successor SDK's adapter: word for word what the first host says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'
import { play } from '../transcripts/play'
import { readTranscript, writeTranscript } from '../transcripts/transcript'
import { openSecondHost, tell, type SecondHost } from './second-host'

const pack = loadPack(contentDir)
const transcripts = join(__dirname, '../transcripts')
/** A folder of each kind; the others differ in their words only. */
const FOLDERS = ['journeys', 'interrupts', 'dates', 'account', 'contacts', 'bad-input']
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(transcripts, folder))
    .filter((file) => file.endsWith('.chat'))
    .map((file) => join(folder, file)),
)

let host: SecondHost
beforeAll(async () => void (host = await openSecondHost()))
afterAll(() => host.close())

it('is tried with enough of them', () => expect(files.length).toBeGreaterThan(40))

it.each(files)('%s', async (file) => {
  const expected = readTranscript(readFileSync(join(transcripts, file), 'utf8'))
  const { turns } = await play(expected, {
    pack,
    findTopic: findTopicByTitle(pack),
    carry: (bot, turn) => {
      host.serve(bot, turn)
      return (activity) => tell(host, activity)
    },
  })
  expect(writeTranscript({ header: expected.header, turns })).toBe(writeTranscript(expected))
})
