// The contracts on a real PostgreSQL, each test in a database of its own; and what only several instances have.
import { openPostgresStore } from '../../src/store/postgres/open-store'
import { handoffContract } from './handoff-contract'
import { keysContract } from './keys-contract'
import { startPostgres, type Postgres } from './postgres'
import { retentionContract } from './retention-contract'
import { storeContract } from './store-contract'
import { teamsContract } from './teams-contract'

let postgres: Postgres
beforeAll(async () => void (postgres = await startPostgres()))
afterAll(() => postgres.stop())

const open = async () => openPostgresStore({ url: await postgres.newDatabase(), connections: 5 })

describe('conversations', () => storeContract(open))
describe('handoffs', () => handoffContract(open))
describe('teams', () => teamsContract(open))
describe('keys', () => keysContract(open))
describe('retention', () => retentionContract(open))
