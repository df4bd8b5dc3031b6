// The contract of the keys of records on SQLite.
import { openStore } from '../../src/store/open-store'
import { keysContract } from './keys-contract'

keysContract(async () => openStore(':memory:'))
