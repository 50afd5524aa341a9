import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aliasPaths, applyLedgers } from '../../src/build/ledgers.ts'
import { publishLedgers } from '../../src/build/publishLedgers.ts'
import type { Answers } from '../../src/domain/ledger/answers.ts'
import { interviewFrom } from '../support/interviews.ts'

const HEAD =
  '---\ntitle: Bread\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Baker, role: guest }\n---\n\n'
const WELCOME = 'Host: Welcome to the programme, and thank you for making the long journey.'
const BREAD = 'Baker: Sourdough needs patience, warm hands and flour from a mill that you trust.'
const RYE = 'Baker: Rye, because it forgives mistakes, and a little wheat so that the loaf can rise.'
const HALF =
  'Baker: Rye, since it never forgives people, and some spelt, so your loaf will shine on the table when guests arrive.'

let folder = ''
const textOf = (...turns: string[]) => `${HEAD}${turns.join('\n\n')}\n`
const write = (...turns: string[]) => writeFileSync(join(folder, 'interviews', 'bread.md'), textOf(...turns))
const read = (...turns: string[]) => [interviewFrom('bread', textOf(...turns))]
const links = () => join(folder, 'links')
const ledgerText = () => readFileSync(join(links(), 'bread.json'), 'utf8')
const apply = (isStrict: boolean, ...turns: string[]) => applyLedgers(read(...turns), { folder: links(), isStrict })
const publish = (answers: Partial<Answers> = {}, forget: string[] = []) =>
  publishLedgers({
    publicFolder: folder,
    linksFolder: links(),
    only: null,
    answers: { same: [], gone: [], ...answers },
    forget,
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-ledgers-'))
  mkdirSync(join(folder, 'interviews'))
  write(WELCOME, BREAD, RYE)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('publishing', () => {
  it('records every turn the first time, and nothing when nothing changed', async () => {
    expect(await publish()).toMatchObject({ isDone: true, lines: [expect.stringContaining('3 turns recorded')] })
    const text = ledgerText()
    expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(3)
    expect(await publish()).toMatchObject({ isDone: true, lines: [expect.stringContaining('nothing changed')] })
    expect(ledgerText()).toBe(text)
  })

  it('says what it carried over and what is gone, and changes the lines of those turns only', async () => {
    await publish()
    const before = ledgerText().split('\n')
    write(WELCOME, BREAD.replace('Sourdough', 'Leaven'))
    const { lines } = await publish()
    expect(lines[0]).toContain('1 edited, 1 gone')
    expect(lines.join('\n')).toContain('sourdough-needs-patience-hands is carried over, edited: “Leaven needs')
    expect(lines.join('\n')).toContain('because-forgives-mistakes-little is gone: “Rye, because')
    const after = ledgerText().split('\n')
    expect(after).toHaveLength(before.length)
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(2)
  })

  it('stops where it is unsure, and takes the command that it shows', async () => {
    await publish()
    const before = ledgerText()
    write(WELCOME, BREAD, HALF)
    const { lines, isDone } = await publish()
    expect(isDone).toBe(false)
    expect(ledgerText()).toBe(before)
    const commands = lines.filter((line) => line.includes('npm run publish -- '))
    expect(commands).toHaveLength(2)
    const same = /--interview bread --same (?<old>\S+)=(?<now>\S+)$/.exec(commands[0] ?? '')?.groups
    const { old = '', now = '' } = same ?? {}
    expect(commands[1]).toContain(`--interview bread --gone ${old}`)
    expect(await publish({ same: [{ old, now }] })).toMatchObject({ isDone: true })
    expect(ledgerText()).not.toContain(now)
    expect(await publish()).toMatchObject({ isDone: true, lines: [expect.stringContaining('nothing changed')] })
  })

  it('forgets the words of a turn that is gone, and only of such', async () => {
    await publish()
    write(WELCOME, BREAD)
    expect(await publish({}, ['sourdough-needs-patience-hands'])).toMatchObject({ isDone: false })
    const id = 'because-forgives-mistakes-little'
    expect(await publish({ gone: [id] }, [id])).toMatchObject({ isDone: true })
    expect(ledgerText()).toContain(`{"id":"${id}","gone":true,"speaker":"Baker","text":""}`)
    expect(ledgerText()).not.toContain('Rye')
  })

  it('names the ledgers whose interviews are not there', async () => {
    await publish()
    writeFileSync(join(links(), 'old.json'), ledgerText())
    expect((await publish()).lines).toContain('links/old.json has no interview: nothing stands at the addresses in it.')
  })

  it('leaves a ledger alone that cannot be read', async () => {
    await publish()
    writeFileSync(join(links(), 'bread.json'), '{ <<<<<<< ours')
    expect(await publish()).toMatchObject({ isDone: false, lines: [expect.stringContaining('links/bread.json:1')] })
    expect(ledgerText()).toBe('{ <<<<<<< ours')
  })
})

describe('a build', () => {
  it('says nothing of a ledger that is up to its interview', async () => {
    await publish()
    expect(await apply(true, WELCOME, BREAD, RYE)).toMatchObject({ problems: [], notices: [], gone: [] })
  })

  it('fails where nobody reads notices when a ledger is behind or missing, with the command to run', async () => {
    expect((await apply(true, WELCOME, BREAD, RYE)).problems).toEqual([
      expect.stringMatching(/links\/bread\.json is not there yet.*\n.*npm run publish/),
    ])
    await publish()
    expect((await apply(true, WELCOME, BREAD)).problems).toEqual([
      expect.stringMatching(/links\/bread\.json is behind its interview: 1 gone\.\n.*npm run publish/),
    ])
  })

  it('else says so in one sentence and carries over what is sure, without writing', async () => {
    await publish()
    const before = ledgerText()
    const { interviews, problems, notices } = await apply(false, WELCOME, RYE, BREAD.replace('Sourdough', 'Leaven'))
    expect(problems).toEqual([])
    expect(notices).toEqual([expect.stringContaining('links/bread.json is behind')])
    expect(interviews[0]?.turns.map(({ id }) => id)).toContain('sourdough-needs-patience-hands')
    expect(ledgerText()).toBe(before)
  })

  it('keeps the addresses of turns that were merged or taken out', async () => {
    await publish()
    write(WELCOME, `${BREAD} ${RYE.slice('Baker: '.length)}`)
    await publish()
    const rest = ['Host: Good morning.', `${BREAD} ${RYE.slice('Baker: '.length)}`]
    write(...rest)
    await publish()
    const { interviews, gone } = await apply(true, ...rest)
    expect([...aliasPaths(interviews).keys()]).toHaveLength(1)
    expect(gone).toMatchObject([{ path: '/interviews/bread/welcome-programme-making-journey/' }])
  })

  it('is stopped by a ledger that cannot be read', async () => {
    await publish()
    writeFileSync(join(links(), 'bread.json'), '[]')
    expect((await apply(false, WELCOME, BREAD, RYE)).problems).toEqual([expect.stringContaining('links/bread.json:1')])
  })
})
