// No pattern can be made to think for long: each is tried with 20,000 hostile characters, and those that are new since the last look are judged by a checker.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allPatterns, hostileTexts, type Pattern } from './patterns'

process.env['RECHECK_BACKEND'] = 'pure'

/** Milliseconds for the longest text that anybody may send. */
const MOST = 100
const LENGTH = 20_000
/** What these read is never longer: cut before, or a file of ours. */
const SEES_AT_MOST: Readonly<Record<string, number>> = JSON.parse(readFileSync(join(__dirname, 'shorter-patterns.json'), 'utf8')) as Record<
  string,
  number
>
const JUDGED = new Set(readFileSync(join(__dirname, 'judged-patterns.txt'), 'utf8').split('\n'))

const patterns = allPatterns()
const nameOf = ({ source, flags }: Pattern): string => `/${source}/${flags}`

function slowest(pattern: Pattern, length: number): number {
  const regex = new RegExp(pattern.source, pattern.flags)
  const cost = (text: string): number => {
    const began = process.threadCpuUsage()
    if (regex.global || regex.sticky) text.replace(regex, '')
    else regex.test(text)
    const { user, system } = process.threadCpuUsage(began)
    return (user + system) / 1000
  }
  return Math.max(...hostileTexts(pattern, length).map((text) => (cost(text) > MOST ? Math.min(cost(text), cost(text)) : 0)))
}

test('there are patterns to try', () => {
  expect(patterns.length).toBeGreaterThan(200)
})

test('20,000 hostile characters take none of them longer than a tenth of a second', () => {
  const slow = patterns.filter((one) => slowest(one, SEES_AT_MOST[nameOf(one)] ?? LENGTH) > 0)
  expect(slow.map((one) => `${one.file} ${nameOf(one)}`)).toEqual([])
}, 120_000)

test('what was judged, or is cut short, is still there', () => {
  const names = new Set(patterns.map(nameOf))
  expect(Object.keys(SEES_AT_MOST).filter((name) => !names.has(name))).toEqual([])
})

test('none of the new ones is known to be vulnerable', async () => {
  const { check } = await import('recheck')
  const fresh = patterns.filter((one) => !JUDGED.has(nameOf(one)))
  const found: string[] = []
  for (const one of fresh) {
    const { status } = await check(one.source, one.flags, { timeout: 3000 })
    if (status === 'vulnerable') found.push(`${one.file} ${nameOf(one)}`)
  }
  expect(found).toEqual([])
  expect(await check('^(a+)+$', '')).toMatchObject({ status: 'vulnerable' })
}, 300_000)
