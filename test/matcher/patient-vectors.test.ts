// A message's vectors: made once for both questions of a turn, and given up in time when the encoder is busy or gone.
import type { Encoder } from '../../src/encoder/create-encoder'
import { patientVectors } from '../../src/matcher/patient-vectors'

function encoderThat(encode: Encoder['encode']): { readonly encoder: Encoder; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    encoder: {
      encode: (texts, signal) => {
        asked.push(...texts)
        return encode(texts, signal)
      },
      close: async () => undefined,
    },
  }
}

const lengthsOf = (texts: readonly string[]): Float32Array[] => texts.map((text) => new Float32Array([text.length]))
const lengthOf = async (texts: readonly string[]): Promise<Float32Array[]> => lengthsOf(texts)
const hangs: Encoder['encode'] = (_, signal) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('too long'))))

test('a text that two ask for at once is encoded once', async () => {
  const { encoder, asked } = encoderThat(lengthOf)
  const vectorsOf = patientVectors(encoder, 100)
  const [first, second] = await Promise.all([vectorsOf(['whole']), vectorsOf(['whole', 'part'])])
  expect([first, second]).toEqual([[new Float32Array([5])], [new Float32Array([5]), new Float32Array([4])]])
  expect(asked).toEqual(['whole', 'part'])
})

test('the same text twice in one request has its vector twice', async () => {
  const { encoder, asked } = encoderThat(lengthOf)
  expect(await patientVectors(encoder, null)(['no', 'no'])).toEqual([new Float32Array([2]), new Float32Array([2])])
  expect(asked).toEqual(['no'])
})

test('an encoder that hangs is given up after the patience, one that fails at once; and both are asked again', async () => {
  const hanging = encoderThat(hangs)
  const vectorsOf = patientVectors(hanging.encoder, 20)
  expect(await vectorsOf(['a'])).toEqual([null])
  expect(await vectorsOf(['a'])).toEqual([null])
  expect(hanging.asked).toEqual(['a', 'a'])
  const failing = encoderThat(() => Promise.reject(new Error('gone')))
  expect(await patientVectors(failing.encoder, 20)(['a', 'b'])).toEqual([null, null])
})

test('nobody waits behind a crowd: until it is through, a message is judged by its words, and never where nothing may be left out', async () => {
  const asked: (() => void)[] = []
  const { encoder } = encoderThat((texts) => new Promise((resolve) => asked.push(() => resolve(lengthsOf(texts)))))
  const vectorsOf = patientVectors(encoder, 10_000)
  const [long, short] = [vectorsOf(['a'.repeat(6_000)]), vectorsOf(['short'])]
  expect(await vectorsOf(['late'])).toEqual([null])
  const patient = patientVectors(encoder, null)
  const all = [patient(['b'.repeat(6_000)]), patient(['c']), patient(['d'])]
  for (const answer of asked) answer()
  expect([await long, await short]).toEqual([[new Float32Array([6_000])], [new Float32Array([5])]])
  expect((await Promise.all(all)).flat()).not.toContain(null)
  const again = vectorsOf(['late'])
  asked.at(-1)?.()
  expect(await again).toEqual([new Float32Array([4])])
})

test('without a patience a fault is told, so that no measurement is silently poorer', async () => {
  const failing = encoderThat(() => Promise.reject(new Error('gone')))
  await expect(patientVectors(failing.encoder, null)(['a'])).rejects.toThrow('gone')
})

test('what is used again and again stays, what was used long ago is forgotten', async () => {
  const { encoder, asked } = encoderThat(lengthOf)
  const vectorsOf = patientVectors(encoder, 100)
  await vectorsOf(['once'])
  for (let many = 0; many < 1_000; many += 1) await vectorsOf(['button', `text ${String(many)}`])
  await vectorsOf(['button', 'once'])
  expect(asked.filter((text) => text === 'button')).toHaveLength(1)
  expect(asked.filter((text) => text === 'once')).toHaveLength(2)
})

test('the small mode has no vectors', async () => {
  expect(await patientVectors(null, 100)(['a', 'b'])).toEqual([null, null])
})
