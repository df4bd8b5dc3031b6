// Small lists, so that each test of the crisis rule shows all that it rests on.
import type { CrisisLists } from '../../../src/rules/crisis/crisis-lists'

export const smallLists: CrisisLists = {
  spellings: { im: 'i am', wanna: 'want to', 'my self': 'myself', my: 'my', 'no one': 'nobody', kms: 'kill myself' },
  fillers: ['a', 'the', 'really'],
  misspelt: ['suicide', 'paracetamol'],
  leaveAlone: ['attached'],
  starred: ['kill', 'rape'],
  joints: ['i', 'to', 'my'],
  letters: { '0': 'o', '1': 'il', '3': 'e', '@': 'a', $: 's' },
  groups: { self: ['myself', 'himself'], hurt: ['hit*', 'burn*'], child: ['son', 'girl'] },
  phrases: [
    { kind: 'suicide', stop: ['kill* {self}', 'want to die', 'suicide'], strip: ['bridge', 'say (2) goodbye', 'rope & neck'] },
    { kind: 'violence-now', stop: ['{hurt} [my] {child}/me'], strip: ['hammer'] },
  ],
  exceptions: { none: ['bridge the gap'.replace('the ', ''), 'say goodbye to plan'], strip: ['plan (3) suicide', 'years ago & suicide'] },
}
