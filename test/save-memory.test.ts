import { setFlagsFromString } from 'node:v8'
import { saveMemory } from '../src/save-memory'

describe('small while it is quiet, quick while many talk', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())
  afterAll(() => setFlagsFromString('--no-optimize-for-size')) // this worker has other tests to run

  /** Runs the seconds, each as busy as told, and gives what was told to the engine and in which second. */
  function told(seconds: readonly number[]): string[] {
    const heard: string[] = []
    let second = 0
    const engine = {
      busy: () => seconds[second++] ?? 0,
      beSmall: () => heard.push(`small ${second}`),
      beQuick: () => heard.push(`quick ${second}`),
    }
    const stop = saveMemory(engine)
    jest.advanceTimersByTime(seconds.length * 1000)
    stop()
    jest.advanceTimersByTime(60_000)
    return heard
  }

  it('begins small and stays it under a little traffic', () => {
    expect(told([0, 0.2, 0.5, 0.4, 0])).toEqual(['small 0'])
  })

  it('is quick from the first busy second, and once', () => {
    expect(told([0, 0.6, 0.9, 1, 0.3])).toEqual(['small 0', 'quick 2'])
  })

  it('gives back what it used after ten quiet seconds in a row, not nine', () => {
    const quiet = (seconds: number): number[] => Array<number>(seconds).fill(0.05)
    expect(told([0.8, ...quiet(9), 0.2, ...quiet(9)])).toEqual(['small 0', 'quick 1'])
    expect(told([0.8, ...quiet(10), ...quiet(10)])).toEqual(['small 0', 'quick 1', 'small 11'])
  })

  it('tells the engine that there is', async () => {
    jest.useRealTimers()
    const rubbish = new WeakRef(Array.from({ length: 200_000 }, (_, at) => [at]))
    await new Promise(setImmediate) // what this turn made is kept to its end
    saveMemory()()
    expect(rubbish.deref()).toBeUndefined()
  })
})
