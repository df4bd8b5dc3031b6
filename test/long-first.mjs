// In which order the test files run: those that take half a minute or more first, so that no worker waits for one at the end; then the larger before the smaller.
import { statSync } from 'node:fs'

const LONG = [
  'faults/handoffs',
  'matcher/accuracy',
  'cluster/cluster',
  'browser/reach',
  'browser/real-server',
  'browser/handoff',
  'editor/browser',
  'desk/browser',
  'browser/faults',
  'demo/demo',
  'browser/hand-over',
  'browser/no-script',
]

const place = ({ path }) => LONG.findIndex((name) => path.endsWith(`/test/${name}.test.ts`))
const rank = (test) => (place(test) < 0 ? LONG.length : place(test))

export default class LongFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || statSync(b.path).size - statSync(a.path).size)
  }
  allFailedTests(tests) {
    return tests
  }
  shard(tests) {
    return tests
  }
  cacheResults() {}
}
