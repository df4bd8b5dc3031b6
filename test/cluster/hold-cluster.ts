// Families talk through a load balancer to several instances on one PostgreSQL, while these are killed and restarted; then everything is counted.
import { startPostgres } from '../store/postgres'
import { openBalancer } from './balancer'
import { CONVERSATIONS, type Conversation } from './conversations'
import { add, countFaults, NOTHING, type Counted } from './count-faults'
import { Family } from './family'
import { heldInQuiet, hold } from './hold-conversation'
import { Instances } from './instances'

export interface ClusterRun {
  readonly instances: number
  /** At once. */
  readonly families: number
  /** How often each instance is killed. */
  readonly kills: number
  /** How often all of them are restarted one after the other. */
  readonly rolls: number
  readonly onProgress: (line: string) => void
}

export interface ClusterResult extends Counted {
  readonly conversations: number
  readonly taken: number
  readonly answers: number
  readonly retries: number
  readonly reconnects: number
  readonly kills: number
  readonly restarts: number
  /** Exit codes of instances that were told to stop, other than 0. */
  readonly unclean: number
  /** How many addresses were given something: each start has a new one. */
  readonly instancesUsed: number
}

export async function runCluster(run: ClusterRun): Promise<ClusterResult> {
  const postgres = await startPostgres()
  const instances = new Instances(await postgres.newDatabase(), run.instances)
  const balancer = await openBalancer(() => instances.urls())
  const all: Family[] = []
  const newFamily = (name: string): Family => {
    const family = new Family(balancer.url, name)
    all.push(family)
    return family
  }
  try {
    await instances.start()
    run.onProgress(`${run.instances} instances are up`)
    const quiet = new Map<Conversation, readonly string[]>()
    for (const conversation of CONVERSATIONS) quiet.set(conversation, await heldInQuiet(newFamily('quiet'), conversation))
    const trouble = makeTrouble(instances, run)
    const done: Family[] = []
    const counted: Counted = { ...NOTHING }
    const one = async (number: number): Promise<void> => {
      for (let round = 0; round === 0 || !trouble.isOver(); round += 1) {
        const conversation = CONVERSATIONS[(number + round) % CONVERSATIONS.length]
        if (!conversation) return
        const family = newFamily(`family-${number}-${round}`)
        await hold(family, conversation)
        add(counted, countFaults(family.taken, quiet.get(conversation) ?? [], await family.log(), family.heard))
        family.close()
        done.push(family)
      }
    }
    await Promise.all(Array.from({ length: run.families }, (_, number) => one(number)))
    const codes = [...(await trouble.done), ...(await instances.stop())]
    const sum = (of: (family: Family) => number): number => done.reduce((all, family) => all + of(family), 0)
    return {
      conversations: done.length,
      taken: sum(({ taken }) => taken.length),
      answers: sum(({ heard }) => heard.filter(({ activity }) => activity.from.role === 'bot').length),
      retries: sum(({ retries }) => retries),
      reconnects: sum(({ reconnects }) => reconnects),
      kills: instances.kills,
      restarts: instances.restarts,
      unclean: codes.filter((code) => code !== 0).length,
      instancesUsed: balancer.given.size,
      ...counted,
    }
  } finally {
    for (const family of all) family.close()
    await instances.stop()
    await balancer.close()
    await postgres.stop()
  }
}

interface Trouble {
  readonly isOver: () => boolean
  /** The exit codes of those that were told to stop. */
  readonly done: Promise<readonly (number | null)[]>
}

function makeTrouble(instances: Instances, { kills, rolls, instances: count, onProgress }: ClusterRun): Trouble {
  let isOver = false
  const work = async (): Promise<readonly (number | null)[]> => {
    const codes: (number | null)[] = []
    for (let one = 0; one < kills * count; one += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300 + 700 * Math.random()))
      await instances.kill(one % count)
      onProgress(`${instances.kills} killed in the middle`)
    }
    for (let roll = 0; roll < rolls; roll += 1) {
      codes.push(...(await instances.roll()))
      onProgress(`all restarted one after the other, ${roll + 1} of ${rolls}`)
    }
    return codes
  }
  return { isOver: () => isOver, done: work().finally(() => (isOver = true)) }
}
