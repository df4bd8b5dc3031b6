// Reads a topic: a head between two lines of `---`, the answer, and where it differs the answer to a young person.
import { parseYaml, readText, validate, type FaultList, type Reading } from './read-file'
import { topic, type Topic } from './schema/topic'

const TOPIC = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/
const YOUNG_PERSON = /^## young person[ \t]*$/m
const LATER = /^## from (\d{4}-\d{2}-\d{2})[ \t]*$/m

/** The topic in a file, or null with its faults. */
export function readTopic(reading: Reading, file: string): Topic | null {
  const text = readText(reading, file)
  if (text === null) return null
  const parts = TOPIC.exec(text.replaceAll('\r\n', '\n'))
  if (!parts) {
    reading.faults.add(file, '', 'must begin with a head between two lines of ---')
    return null
  }
  const head = parseYaml(reading, file, parts[1] ?? '')
  const body = parts[2] ?? ''
  checkMarkdown(reading.faults, file, body)
  if (typeof head !== 'object' || head === null) return null
  const [now = '', ...later] = body.split(LATER)
  const versions = later.flatMap((from, index) => (index % 2 === 0 ? [{ from, ...voicesOf(later[index + 1] ?? '') }] : []))
  const read = validate(reading.faults, file, [], topic, { ...head, ...voicesOf(now), later: versions })
  if (read && `topics/${read.id}.md` !== file) reading.faults.add(file, 'id', `must be the name of the file, not ${read.id}`)
  return read
}

function voicesOf(body: string): { readonly answer: string; readonly youngPerson: string | null } {
  const [answer = '', youngPerson = null] = body.split(YOUNG_PERSON)
  return { answer, youngPerson }
}

/** Paragraphs, `- ` lists, **bold** and https links: nothing else is shown everywhere. */
function checkMarkdown(faults: FaultList, file: string, body: string): void {
  body.split('\n').forEach((line) => {
    if (/<\/?[a-z!]/i.test(line)) faults.add(file, 'answer', `has HTML: ${line}`)
    if (/^\s*\|/.test(line)) faults.add(file, 'answer', `has a table: ${line}`)
    if (/^#/.test(line) && !YOUNG_PERSON.test(line) && !LATER.test(line))
      faults.add(file, 'answer', `has a heading other than "## young person": ${line}`)
    if (/\]\((?!https:\/\/)/.test(line) || /\bhttp:\/\//.test(line)) faults.add(file, 'answer', `has a link that is not https: ${line}`)
  })
  if (body.split(LATER).some((part) => part.split(YOUNG_PERSON).length > 2))
    faults.add(file, 'answer', 'has more than one "## young person"')
}
