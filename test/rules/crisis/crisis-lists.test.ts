// The lists alone on the written sets (`npm run measure` has both detectors read them): floors, and the ways in which people disguise or misspell a plain message.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCrisis } from '../../../src/rules/crisis/find-crisis'
import { loadSafeguarding } from './safeguarding-pack'

const { lists } = loadSafeguarding()

function share(set: string, levels: readonly string[]): number {
  const messages = readFileSync(join(__dirname, 'sets', `${set}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean)
  return messages.filter((message) => levels.includes(findCrisis(message, lists).level)).length / messages.length
}

test.each([
  ['plain.development', 0.993],
  ['plain.held-out', 1],
])('%s: stopped', (set, floor) => {
  expect(share(set, ['stop'])).toBeGreaterThanOrEqual(floor)
})

test.each([
  ['plain.development', 0.999],
  ['plain.held-out', 1],
  ['indirect.development', 0.81], // since the twenty-first batch most that name nothing are left to the second detector
  ['indirect.held-out', 0.85],
])('%s: stopped or stripped', (set, floor) => {
  expect(share(set, ['stop', 'strip'])).toBeGreaterThanOrEqual(floor)
})

test.each([
  ['near-miss.development', 0.003, 0.26],
  ['near-miss.held-out', 0, 0.33],
  ['ordinary.development', 0, 0.01],
  ['ordinary.held-out', 0, 0.02],
])('%s: left alone', (set, stopped, either) => {
  expect(share(set, ['stop'])).toBeLessThanOrEqual(stopped)
  expect(share(set, ['stop', 'strip'])).toBeLessThanOrEqual(either)
})

test.each([
  'k i l l  m y s e l f',
  'I want to k.i.l.l myself',
  'su1cide',
  'kms',
  'unalive',
  'i sh',
  'kil my self',
  'feeling sucidal',
  'siucide',
  'cant go on',
  "I can't go on",
  'I can’t go on anymore',
  'iwanttodie',
  'i want to dieeeee',
  'I WANT TO DIE',
  'i wanna d1e',
  'i want 2 die',
  'k*ll myself',
  'k!ll my$elf',
  'i just really fucking want to die',
  '𝒾 𝓌𝒶𝓃𝓉 𝓉𝑜 𝒹𝒾𝑒',
  'i want to 🙂 die',
  'i self-harm',
  'i s3lf h@rm',
  'going to top myself',
  'my lad wants to top himself',
  "he's going to do himself in",
])('%s is stopped', (message) => {
  expect(findCrisis(message, lists).level).toBe('stop')
})

test.each([
  ['I want to kill myself', 'suicide'],
  ['she is cutting herself', 'self-harm'],
  ["he's not breathing", 'medical-emergency'],
  ['he is attacking me', 'violence-now'],
  ['he has threatened to stab his teacher', 'threat-to-others'],
  ["I'm scared I'm going to hurt my child", 'harm-to-child'],
  ['my dad hits me', 'abuse-of-writer'],
  ['a teacher slapped my daughter', 'abuse-disclosed'],
  ['my stepdad touches me', 'sexual-abuse'],
  ['my husband beats me', 'domestic-abuse'],
  ['my son is caught up in county lines', 'exploitation'],
  ['they are forcing her to get married', 'forced-marriage-or-fgm'],
  ['there is no food in the house', 'neglect'],
  ['my daughter has gone missing', 'missing-child'],
])('%s speaks of %s', (message, kind) => {
  expect(findCrisis(message, lists).kinds).toContain(kind)
})

test.each([
  'this paperwork is killing me',
  'they have cut her speech therapy',
  'over my dead body am I accepting that school',
  'what is your suicide prevention policy',
  'child protection plan now closed',
  'is it confidential if a child is at risk',
  'my battery is about to die',
])('%s is not stopped', (message) => {
  expect(findCrisis(message, lists).level).not.toBe('stop')
})

test('a question and a crisis in one message is a crisis', () => {
  expect(findCrisis('What is the deadline to appeal? I have got the pills lined up in front of me', lists).level).toBe('stop')
})

test.each([
  ['she self harms and the report says OT', 'stop'],
  ["he's self-harming and section B says nothing", 'stop'],
  ['my daughter self harms, does the plan cover it', 'stop'],
  ['i am self harming and i need help', 'stop'],
  ['the plan says he self harms but that was years ago', 'strip'],
  ['is self-harm a special educational need', 'strip'],
  ['the school has no knowledge of autism', 'none'],
])('self-harm as it is now stops beside papers too, a word on paper does not; "%s": %s', (message, level) => {
  expect(findCrisis(message, lists).level).toBe(level)
})

test.each([
  ['he is starving her please help', 'strip'],
  ['dad left her hanging from a beam', 'stop'],
  ['they left us hanging for months', 'none'],
  ['they are starving us of education', 'none'],
])('what is a figure of speech for a wait or a service is none where somebody is starved or hangs; "%s": %s', (message, level) => {
  expect(findCrisis(message, lists).level).toBe(level)
})

test.each([
  ['the driver smacks my son', 'stop'],
  ['miss at nursery smacks him', 'stop'],
  ['this decision smacks of discrimination', 'none'],
  ['the whole thing smacks of cuts', 'none'],
])('what smacks of something does not hide who smacks a child; "%s": %s', (message, level) => {
  expect(findCrisis(message, lists).level).toBe(level)
})

test.each([
  ['feel like ending it', 'stop'],
  ['we feel like ending mediation early', 'none'],
  ['shes fell off the climbing frame n shes not awake', 'stop'],
  ['shes not awake before nine so can transport come later', 'none'],
  ['his dad shakes him when he cries', 'stop'],
  ['she shakes her hands when she is happy', 'none'],
  ['he will murder me when he finds out ive been on here', 'stop'],
  ['my mum will kill me when she finds out i lost the letter', 'strip'],
])('open danger said briefly stops, the same words of something harmless do not; "%s": %s', (message, level) => {
  expect(findCrisis(message, lists).level).toBe(level)
})
