import { describe, expect, it } from 'vitest'
import { goneTurnsOf } from '../../../src/domain/ledger/goneTurns.ts'
import { updateLedger } from '../../../src/domain/ledger/updateLedger.ts'
import { turnById } from '../../../src/domain/link.ts'
import { idsOf, publish, statesOf, talk } from '../../support/ledgers.ts'

const WELCOME = 'Host: Welcome to the programme, and thank you for making the long journey.'
const BREAD = 'Baker: Sourdough needs patience, warm hands and flour from a mill that you trust.'
const QUESTION = 'Host: Which flour would you recommend to people who have never baked before?'
const RYE = 'Baker: Rye, because it forgives mistakes, and a little wheat so that the loaf can rise.'
const OVEN = 'Baker: The oven has to be as hot as it gets, with a bowl of water at the bottom.'
const FIRST = talk(WELCOME, BREAD, QUESTION, RYE)
const [welcome = '', bread = '', question = '', rye = ''] = FIRST.turns.map(({ id }) => id)

describe('a turn that was published', () => {
  it('keeps its id when its words are corrected, even those that the id is made of', () => {
    const update = publish(FIRST, talk(WELCOME, BREAD.replace('Sourdough', 'Leaven'), QUESTION, RYE))
    expect(idsOf(update)).toEqual([welcome, bread, question, rye])
    expect(update.carried).toMatchObject([{ how: 'edited', id: bread, now: bread }])
    expect(update.added).toEqual([])
  })

  it('keeps its id when turns are put in before it, and when it moves', () => {
    expect(idsOf(publish(FIRST, talk(OVEN, WELCOME, BREAD, QUESTION, RYE))).slice(1)).toEqual([
      welcome,
      bread,
      question,
      rye,
    ])
    expect(idsOf(publish(FIRST, talk(QUESTION, RYE, WELCOME, BREAD)))).toEqual([question, rye, welcome, bread])
  })

  it('leaves its id to nobody when it is taken out, and gets it back when it is restored', () => {
    const without = talk(WELCOME, BREAD, QUESTION, OVEN)
    const update = publish(FIRST, without)
    expect(update.gone).toMatchObject([{ id: rye }])
    expect(idsOf(update)).not.toContain(rye)
    expect(statesOf(update.ledger)[rye]).toBe('gone')
    const restored = updateLedger(update.ledger, talk(WELCOME, BREAD, QUESTION, OVEN, RYE))
    expect(idsOf(restored)[4]).toBe(rye)
    expect(restored.carried).toMatchObject([{ how: 'restored', id: rye }])
  })

  it('does not leave its id to a turn that would be named alike', () => {
    const alike = talk(WELCOME, BREAD, QUESTION, 'Baker: Because it forgives mistakes a little.')
    expect(alike.turns[3]?.id).toBe(rye)
    expect(idsOf(publish(FIRST, talk(WELCOME, BREAD, QUESTION), alike))[3]).toBe(`${rye}-2`)
  })

  it('leads to the turn that it was merged into, and out again when they are parted', () => {
    const merged = publish(FIRST, talk(WELCOME, BREAD, `${QUESTION} ${RYE.slice('Baker: '.length)}`))
    expect(idsOf(merged)).toHaveLength(3)
    const [kept] = idsOf(merged).slice(2)
    const other = kept === rye ? question : rye
    expect(statesOf(merged.ledger)[other]).toBe(kept)
    expect(turnById(merged.interview, other)?.id).toBe(kept)
    expect(merged.gone).toEqual([])
    const parted = updateLedger(merged.ledger, FIRST)
    expect(idsOf(parted)).toEqual([welcome, bread, question, rye])
    expect(parted.interview.aliases).toBeUndefined()
  })

  it('stays with the part that holds most of its words when it is split', () => {
    const long = `${BREAD} It cannot be hurried, and whoever tries it will taste that in the crust and in the crumb. Trust me.`
    const update = publish(
      talk(WELCOME, long),
      talk(WELCOME, long.replace(' Trust me.', ''), 'Host: I do.', 'Baker: Trust me.'),
    )
    expect(idsOf(update)[1]).toBe(talk(WELCOME, long).turns[1]?.id)
    expect(update.added).toHaveLength(2)
  })

  it('is kept when the speaker is named otherwise', () => {
    const renamed = talk(...[WELCOME, BREAD, QUESTION, RYE].map((turn) => turn.replace('Baker:', 'Dr. Baker:')))
    expect(idsOf(publish(FIRST, renamed))).toEqual([welcome, bread, question, rye])
  })

  it('is found among short turns by its place', () => {
    const before = talk(WELCOME, 'Baker: Yes.', QUESTION, 'Baker: Certainly.', 'Host: Yes.', RYE)
    const update = publish(before, talk(WELCOME, 'Baker: Yes.', OVEN, QUESTION, 'Baker: Certianly.', 'Host: Yes.', RYE))
    expect(idsOf(update).toSpliced(2, 1)).toEqual(before.turns.map(({ id }) => id))
  })
})

describe('a turn that may be another one', () => {
  const half =
    'Baker: Rye, since it never forgives people, and some spelt, so your loaf will shine on the table when guests arrive.'
  const unsure = publish(FIRST, talk(WELCOME, BREAD, QUESTION, half))

  it('is shown with what it may be, and nothing is decided', () => {
    expect(unsure.unsure).toMatchObject([{ entry: { id: rye }, candidates: [3] }])
    expect(unsure.gone).toEqual([])
    expect(goneTurnsOf(unsure)).toMatchObject([
      { entry: { id: rye }, near: [{ where: 'may', turn: { speaker: 'Baker' } }] },
    ])
  })

  it('is what the author says it is', () => {
    const now = unsure.interview.turns[3]?.id ?? ''
    const { ledger } = publish(FIRST)
    const same = updateLedger(ledger, talk(WELCOME, BREAD, QUESTION, half), { same: [{ old: rye, now }], gone: [] })
    expect([same.unsure, same.refused, idsOf(same)[3]]).toEqual([[], [], rye])
    const gone = updateLedger(ledger, talk(WELCOME, BREAD, QUESTION, half), { same: [], gone: [rye] })
    expect([gone.unsure, gone.refused, statesOf(gone.ledger)[rye]]).toEqual([[], [], 'gone'])
    const elsewhere = updateLedger(ledger, talk(WELCOME, BREAD, QUESTION, half), {
      same: [{ old: rye, now: bread }],
      gone: [],
    })
    expect([elsewhere.unsure, statesOf(elsewhere.ledger)[rye]]).toEqual([[], bread])
  })

  it('is what the author writes into the text', () => {
    const pinned = publish(FIRST, talk(WELCOME, BREAD, QUESTION, half.replace(':', ` {#${rye}}:`)))
    expect([pinned.unsure, idsOf(pinned)[3]]).toEqual([[], rye])
  })

  it('cannot be what an answer says that fits nothing', () => {
    const { ledger } = publish(FIRST)
    const answers = {
      same: [
        { old: 'never', now: bread },
        { old: rye, now: 'nowhere' },
        { old: bread, now: rye },
      ],
      gone: [welcome, 'x'],
    }
    expect(updateLedger(ledger, talk(WELCOME, BREAD, QUESTION, half), answers).refused).toHaveLength(5)
  })
})

describe('an id that an author writes into the text', () => {
  const pinned = talk(WELCOME, BREAD.replace(':', ' {#patience}:'), QUESTION, RYE)

  it('is the id of its turn, and the id that it had before leads there', () => {
    const update = publish(FIRST, pinned)
    expect(idsOf(update)).toEqual([welcome, 'patience', question, rye])
    expect(statesOf(update.ledger)[bread]).toBe('patience')
    expect(turnById(update.interview, bread)?.id).toBe('patience')
    expect(update.carried).toMatchObject([{ how: 'renamed', id: bread, now: 'patience' }])
  })

  it('stays the id of its turn when it is taken out of the text again', () => {
    const update = publish(FIRST, pinned, FIRST)
    expect(idsOf(update)).toEqual([welcome, 'patience', question, rye])
    expect(update.isUpToDate).toBe(true)
  })
})
