import { loadPack } from '../src/content/load'
import { judgeOwnWordsOnce } from '../src/own-words-judged'
import { contentDir } from '../src/project-root'
import type { CrisisFinding } from '../src/rules/crisis/find-crisis'

const pack = loadPack(contentDir)

test('what our buttons say is judged once, what people write each time, a capital letter more included', async () => {
  const asked: string[] = []
  const judge = judgeOwnWordsOnce(pack, async (text) => {
    asked.push(text)
    return { level: text === 'They will not do an EHC needs assessment' ? 'strip' : 'none' } as CrisisFinding
  })
  const texts = [
    'They will not do an EHC needs assessment',
    'They will not do an EHC needs Assessment',
    'I have a letter about me',
    'my own words',
  ]
  const first = await Promise.all(texts.map(judge))
  const again = await Promise.all(texts.map(judge))
  expect(again).toEqual(first)
  expect(first.map(({ level }) => level)).toEqual(['strip', 'none', 'none', 'none'])
  expect(asked).toEqual([...texts, 'They will not do an EHC needs Assessment', 'my own words'])
})

test('a judgement that failed is not remembered', async () => {
  let asked = 0
  const judge = judgeOwnWordsOnce(pack, async () => {
    asked += 1
    if (asked === 1) throw new Error('the encoder is gone')
    return { level: 'none' } as CrisisFinding
  })
  await expect(judge('I have a letter about me')).rejects.toThrow('the encoder is gone')
  expect((await judge('I have a letter about me')).level).toBe('none')
})
