// A zip archive of a few small files, the same bytes for the same files: PKWARE's APPNOTE 6.3, without encryption, comments or 64 bits.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Letters, digits, dots and dashes. */
  readonly name: string
  readonly content: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const DEFLATED = 8
/** 1 January 1980, the earliest day that a zip knows. */
const DAY = 0x21

export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const facts = factsOf(name, content, packed)
    const file = Buffer.concat([number(LOCAL, 4), facts, Buffer.from(name), packed])
    // Made by MS-DOS, no comment, the first disk, no attributes.
    directory.push(Buffer.concat([number(CENTRAL, 4), number(VERSION, 2), facts, Buffer.alloc(10), number(offset, 4), Buffer.from(name)]))
    files.push(file)
    offset += file.length
  }
  const central = Buffer.concat(directory)
  const count = number(entries.length, 2)
  return Buffer.concat([
    ...files,
    central,
    ...[number(END, 4), Buffer.alloc(4), count, count, number(central.length, 4), number(offset, 4), Buffer.alloc(2)],
  ])
}

/** What stands in both places about a file, from the version that is needed to the length of the extra field. */
function factsOf(name: string, content: Uint8Array, packed: Uint8Array): Buffer {
  const [flags, time, extra] = [0, 0, 0]
  return Buffer.concat([
    ...[VERSION, flags, DEFLATED, time, DAY].map((value) => number(value, 2)),
    ...[crc32(content), packed.length, content.length].map((value) => number(value, 4)),
    ...[Buffer.byteLength(name), extra].map((value) => number(value, 2)),
  ])
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}
