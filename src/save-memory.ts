// Small while it is quiet, quick while many talk: V8 collects often and keeps little until the processor is busy, and again when it is not.
// Started small it would take a third longer to start; small while busy it would answer half as many.
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What is asked and told of the process; each second counts. */
export interface Engine {
  /** How much of the time since it was last asked was work, 0 to 1. */
  readonly busy: () => number
  readonly beSmall: () => void
  readonly beQuick: () => void
}

/** Above this share of a second people wait for each other; below the other it is quiet. */
const BUSY = 0.5
const QUIET = 0.1
/** Seconds of quiet before what was used is given back: collecting everything holds all conversations up for a tenth of a second. */
const PATIENCE = 10

/** Begins small, and looks once a second. The function that it returns stops that. */
export function saveMemory(engine: Engine = v8Engine()): () => void {
  engine.beSmall()
  let quick = false
  let quiet = 0
  const watch = setInterval(() => {
    const busy = engine.busy()
    quiet = busy < QUIET ? quiet + 1 : 0
    if (!quick && busy > BUSY) {
      engine.beQuick()
      quick = true
    } else if (quick && quiet >= PATIENCE) {
      engine.beSmall()
      quick = false
    }
  }, 1000)
  watch.unref()
  return () => clearInterval(watch)
}

function v8Engine(): Engine {
  let before = performance.eventLoopUtilization()
  return {
    busy: () => {
      const now = performance.eventLoopUtilization()
      const { utilization } = performance.eventLoopUtilization(now, before)
      before = now
      return utilization
    },
    beSmall: () => {
      setFlagsFromString('--optimize-for-size')
      collectEverything()
    },
    beQuick: () => setFlagsFromString('--no-optimize-for-size'),
  }
}

/** Node offers the collector only where it is asked for it by a flag, and only to what is made after that. */
function collectEverything(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: object) => void
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
