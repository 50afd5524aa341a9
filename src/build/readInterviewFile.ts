import { MAX_FILE_BYTES, readMarkdown, type ReadResult } from '../domain/formats/markdown.ts'
import type { Problem } from '../domain/formats/problem.ts'
import { MAX_CAPTION_BYTES } from '../domain/formats/webvtt.ts'

const LF = 0x0a
const CR = 0x0d
const MEGABYTE = 1024 * 1024

/** What lies beside an interview's file, as bytes. */
export interface BytesBeside {
  readonly names: readonly string[]
  readonly bytesOf: (name: string) => Uint8Array
}

interface InterviewFile {
  /** The file's name without its ending. */
  readonly id: string
  readonly bytes: Uint8Array
  /** Left out where nothing is: then a recording is not looked for. */
  readonly beside?: BytesBeside
}

/** Reads an interview from the bytes of its file, which have to be UTF-8, and of the captions beside it. */
export function readInterviewFile({ id, bytes, beside }: InterviewFile): ReadResult {
  const read = readText(bytes, INTERVIEW)
  if ('problem' in read) return { ok: false, problems: [read.problem] }
  if (!beside) return readMarkdown({ id, text: read.text })
  const textOf = (name: string) => readText(beside.bytesOf(name), CAPTIONS)
  return readMarkdown({ id, text: read.text, beside: { names: beside.names, textOf } })
}

/** What is to be said of a kind of files when they are too large, or no UTF-8. */
interface TextKind {
  readonly maxBytes: number
  readonly enough: string
  readonly correction: string
  readonly name: string
}

const INTERVIEW: TextKind = {
  maxBytes: MAX_FILE_BYTES,
  enough: 'a whole day of talk is less than one',
  correction: 'One file for each interview, with pictures and recordings left out',
  name: 'Interviews',
}
const CAPTIONS: TextKind = {
  maxBytes: MAX_CAPTION_BYTES,
  enough: 'a whole day of captions is less than four',
  correction: 'The captions of this recording alone',
  name: 'Captions',
}

function readText(bytes: Uint8Array, kind: TextKind): { readonly text: string } | { readonly problem: Problem } {
  if (bytes.length > kind.maxBytes) return { problem: tooLarge(bytes.length, kind) }
  const utf16 = utf16Of(bytes)
  if (utf16 !== null)
    return { problem: notUtf8({ line: 1, what: 'The file is saved as UTF-16.', correction: utf16 }, kind) }
  const text = decoded(bytes)
  return text === null ? { problem: firstBadLine(bytes, kind) } : { text }
}

function tooLarge(length: number, { maxBytes, enough, correction }: TextKind): Problem {
  return {
    line: 1,
    what: `The file is ${Math.ceil(length / MEGABYTE)} MB long.`,
    why: `A file of at most ${maxBytes / MEGABYTE} MB is read; ${enough}.`,
    correction,
  }
}

function notUtf8(at: Pick<Problem, 'line' | 'what' | 'correction'>, { name }: TextKind): Problem {
  return { ...at, why: `${name} are UTF-8, so that every script can be read: save the file with that encoding.` }
}

/** The first line of a file that begins with a byte order mark of UTF-16; null for any other file. */
function utf16Of(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const isLittle = first === 0xff && second === 0xfe
  if (!isLittle && !(first === 0xfe && second === 0xff)) return null
  const start = bytes.slice(0, 1024)
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(start).split(/[\r\n]/, 1)[0] ?? ''
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // not UTF-8: the caller finds the line
  }
}

/** The line with the first bytes that are no UTF-8. Line ends are looked for in bytes: they are part of no character. */
function firstBadLine(bytes: Uint8Array, kind: TextKind): Problem {
  let start = 0
  let line = 1
  for (let end = 0; end <= bytes.length; end += 1) {
    const byte = bytes[end]
    if (byte !== undefined && byte !== LF && byte !== CR) continue
    const content = bytes.subarray(start, end)
    if (decoded(content) === null) {
      // The guess that is right most often: an old encoding of Western Europe.
      const correction = new TextDecoder('windows-1252').decode(content)
      return notUtf8({ line, what: `Line ${line} holds bytes that are no UTF-8.`, correction }, kind)
    }
    if (byte === CR && bytes[end + 1] === LF) end += 1
    start = end + 1
    line += 1
  }
  throw new Error('every line of the file is UTF-8, but the file is not: line ends are part of no character')
}
