// The contract of the sweeps on SQLite.
import { openStore } from '../../src/store/open-store'
import { retentionContract } from './retention-contract'

retentionContract(async () => openStore(':memory:'))
