// Thirty marked things that a family types, of every kind, and whether any of them stands somewhere in any form.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const CANARIES = {
  childName: 'Oddveig',
  surname: 'Brackenthwaite',
  officer: 'Ferelith',
  declinedName: 'Ptolemy',
  sharedName: 'Zephyrine',
  crisisName: 'Isambard',
  phone: '01632 960873',
  declinedPhone: '07700 900577',
  sharedPhone: '07700 900461',
  email: 'oddveigs.mum@kettle.example',
  declinedEmail: 'ptolemy.b@corduroy.example',
  nhsNumber: '943 476 5919',
  upn: 'H801200001001',
  niNumber: 'QQ123456C',
  councilReference: 'EHC-77341-KX',
  postcode: 'ZE3 9ZX',
  address: '17 Quagmire Crescent',
  birthDate: '14/03/2016',
  birthDateInWords: '3 August 2011',
  school: 'Wobblethorpe Academy',
  declinedSchool: 'Ermentrude College',
  diagnosis: 'dyscalculia',
  diagnosisInAccount: 'Tourette',
  diagnosisInOwnWords: 'selective mutism',
  question: 'gooseberry ladder',
  besideDate: 'saffron umbrella',
  declinedWords: 'zinc kettle',
  removedWords: 'vermilion tortoise',
  sharedWords: 'plum-coloured corduroy',
  crisisWords: 'cobalt staircase',
} as const

export type Canary = keyof typeof CANARIES

const NAMES = Object.keys(CANARIES) as Canary[]

/** Which of the thirty stand here: as they were typed, without spaces, in capitals, in base64, in hex, in UTF-16, or as in an address. */
export function canariesIn(bytes: Buffer): readonly Canary[] {
  const text = squeezed(bytes.toString('latin1'))
  return NAMES.filter((name) => formsOf(CANARIES[name]).some((form) => text.includes(form)))
}

export function canariesInFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap(({ parentPath, name }) => canariesIn(readFileSync(join(parentPath, name))).map((canary) => `${name}: ${canary}`))
}

function formsOf(canary: string): readonly string[] {
  const bytes = Buffer.from(canary)
  const inBase64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1)
  })
  const utf16 = Buffer.from(canary, 'utf16le').toString('latin1')
  return [canary, ...inBase64, bytes.toString('hex'), utf16, encodeURIComponent(canary), canary.replaceAll(' ', '+')].map(squeezed)
}

function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '')
}
