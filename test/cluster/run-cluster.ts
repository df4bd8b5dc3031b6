// `npm run cluster`: --instances N, --families N at once, --kills N of each instance, --rolls N of all. Prints what it counted.
import { parseArgs } from 'node:util'
import { runCluster } from './hold-cluster'

async function main(): Promise<void> {
  const number = (fallback: string) => ({ type: 'string', default: fallback }) as const
  const options = { instances: number('3'), families: number('24'), kills: number('10'), rolls: number('3') }
  const { values } = parseArgs({ options })
  const result = await runCluster({
    instances: Number(values.instances),
    families: Number(values.families),
    kills: Number(values.kills),
    rolls: Number(values.rolls),
    onProgress: (line) => console.log(line),
  })
  console.log(JSON.stringify(result, null, 2))
  process.exitCode = result.lost + result.doubled + result.disordered + result.otherwise + result.unclean === 0 ? 0 : 1
}

void main()
