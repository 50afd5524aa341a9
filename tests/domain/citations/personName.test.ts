import { describe, expect, test } from 'vitest'
import { initials, personName } from '../../../src/domain/citations/personName.ts'

const named = (name: string, label = name, language = 'en') => personName({ name, label }, language)

describe('a name', () => {
  test.each([
    ['Emily Carter', 'Emily', 'Carter'],
    ['Dr. Emily Carter', 'Emily', 'Carter'],
    ['Prof. Dr. Emily Carter, Ph.D., MBA', 'Emily', 'Carter'],
    ['Sir Keir Starmer', 'Keir', 'Starmer'],
    ['John F. Kennedy', 'John F.', 'Kennedy'],
    ['J. R. R. Tolkien', 'J. R. R.', 'Tolkien'],
    ['Jean-Luc O’Neill', 'Jean-Luc', 'O’Neill'],
    ['Žofia Łukasiewicz', 'Žofia', 'Łukasiewicz'],
  ])('is parted when it is one given name and one of the family: %s', (name, given, family) => {
    expect(named(name)).toEqual({ given, family })
  })

  test.each([
    ['Emily Jane Carter', 'Dr. Carter', 'Emily Jane', 'Carter'],
    ['Ursula K. Le Guin', 'Le Guin', 'Ursula K.', 'Le Guin'],
    ['Gabriel García Márquez', 'García Márquez', 'Gabriel', 'García Márquez'],
    ['Kim Lee', 'Ms. Lee', 'Kim', 'Lee'],
  ])('is parted where the label says: %s, called %s', (name, label, given, family) => {
    expect(named(name, label)).toEqual({ given, family })
  })

  test.each([
    ['Editor', 'a function'],
    ['News Editor', 'a function of two words'],
    ['Time.news', 'a publication'],
    ['Acme University', 'an organisation'],
    ['Björk', 'a mononym'],
    ['Lady Gaga', 'a title that is part of the name'],
    ['Dr. Carter', 'no given name'],
    ['Prince Harry', 'a given name behind a rank'],
    ['Gabriel García Márquez', 'one family name or two'],
    ['Xi Jinping', 'the family’s name first'],
    ['王小明', 'another script'],
    ['דנה כהן', 'another script'],
    ['Emily 王', 'two scripts'],
    ['BBC News', 'an organisation in capitals'],
    ['emily carter', 'no capitals to tell names by'],
    ['', 'nothing'],
  ])('stays as it is written when its parts are not certain: %s (%s)', (name) => {
    expect(named(name)).toEqual({ literal: name })
  })

  test('is not parted in a language that writes the family’s name first, unless the label tells', () => {
    expect(named('Nagy Imre', 'Nagy Imre', 'hu')).toEqual({ literal: 'Nagy Imre' })
    expect(named('Mr. Xi Jinping', 'Mr. Xi')).toEqual({ literal: 'Xi Jinping' })
    expect(named('Prince Harry', 'Harry')).toEqual({ literal: 'Prince Harry' })
    expect(named('Time.news Editor', 'Editor')).toEqual({ literal: 'Time.news Editor' })
  })
})

test.each([
  ['Emily', 'E.'],
  ['Jean-Luc', 'J.-L.'],
  ['J.R.R.', 'J. R. R.'],
  ['E\u0301milie', 'É.'],
  ['李', '李.'],
])('the initials of %s are %s', (given, expected) => {
  expect(initials(given)).toBe(expected)
})
