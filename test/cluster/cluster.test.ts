// Three instances of the real service on one PostgreSQL behind a load balancer, killed and restarted while families talk. `npm run cluster` goes on for longer.
import { runCluster } from './hold-cluster'

test('no message that was taken is lost, doubled, out of order or answered otherwise', async () => {
  const result = await runCluster({ instances: 3, families: 8, kills: 1, rolls: 1, onProgress: () => undefined })
  expect(result).toMatchObject({ lost: 0, doubled: 0, disordered: 0, otherwise: 0, unclean: 0, kills: 3, restarts: 3 })
  expect([result.conversations >= 8, result.taken >= 48, result.instancesUsed]).toEqual([true, true, 9])
  expect(result.reconnects).toBeGreaterThan(0)
}, 240_000)
