import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Colour = readonly [red: number, green: number, blue: number]

const THEMES = ['light', 'dark'] as const
const TOPICS = [0, 1, 2, 3, 4, 5]

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8')

/** The text after `--name:` in the tokens. */
function tokenText(name: string): string {
  const [, value] = new RegExp(`--${name}:\\s*([^;]+);`).exec(css) ?? []
  if (value === undefined) throw new Error(`There is no --${name} in tokens.css`)
  return value.trim()
}

/** A token's colour in a theme, channels from 0 to 255. */
function token(name: string, theme: (typeof THEMES)[number]): Colour {
  const [, light, dark] = /^light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)$/i.exec(tokenText(name)) ?? []
  if (light === undefined || dark === undefined) throw new Error(`--${name} is not light-dark(#rrggbb, #rrggbb)`)
  const hex = theme === 'light' ? light : dark
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

/** `color-mix(in srgb, a share, b)`. */
function mix(a: Colour, share: number, b: Colour): Colour {
  const channel = (at: 0 | 1 | 2) => a[at] * share + b[at] * (1 - share)
  return [channel(0), channel(1), channel(2)]
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number] // map keeps the length, which its type does not say
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio from 1 to 21, WCAG 2.2. */
function contrast(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** A ground that text stands on: a token, or the ground of the current turn in a topic. */
function ground(name: string, theme: (typeof THEMES)[number]): Colour {
  const [, topic] = /^current turn in topic (\d)$/.exec(name) ?? []
  if (topic === undefined) return token(name, theme)
  const share = Number.parseFloat(tokenText('current-share')) / 100
  return mix(token(`topic-${topic}-wash`, theme), share, token('paper', theme))
}

const currentTurns = TOPICS.map((topic) => `current turn in topic ${topic}`)

/** Least contrast of what stands on what. 7 for what is read at length, 4.5 for small print, 3 for what is no text. */
const bounds: { readonly ink: string; readonly grounds: readonly string[]; readonly least: number }[] = [
  { ink: 'ink', grounds: ['paper', 'paper-raised', 'mark', 'mark-strong', ...currentTurns], least: 7 },
  { ink: 'ink-2', grounds: ['paper', 'paper-raised', 'paper-sunken', ...currentTurns], least: 7 },
  { ink: 'ink-3', grounds: ['paper', 'paper-raised', 'paper-sunken', ...currentTurns], least: 4.5 },
  ...TOPICS.map((topic) => ({
    ink: `topic-${topic}`,
    grounds: ['paper', 'paper-raised', `topic-${topic}-wash`],
    least: 4.5,
  })),
  { ink: 'focus', grounds: ['paper', 'paper-raised', 'paper-sunken', ...currentTurns], least: 3 },
  { ink: 'paper', grounds: ['ink'], least: 4.5 },
]

describe.each(THEMES)('contrast in the %s theme', (theme) => {
  it.each(bounds)('$ink stands out from its grounds by at least $least', ({ ink, grounds, least }) => {
    const tooFaint = grounds
      .map((name) => ({ name, ratio: contrast(token(ink, theme), ground(name, theme)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ name, ratio }) => `${name}: ${ratio.toFixed(2)}`)
    expect(tooFaint).toEqual([])
  })
})

describe('contrast', () => {
  it('is 21 for black on white, 1 for a colour on itself, and 4.48 for #777777 on white', () => {
    const black: Colour = [0, 0, 0]
    const white: Colour = [255, 255, 255]
    const grey: Colour = [119, 119, 119]
    expect(contrast(black, white)).toBeCloseTo(21)
    expect(contrast(grey, grey)).toBe(1)
    expect(contrast(grey, white)).toBeCloseTo(4.48, 2)
  })
})
