/** The colours of a share image. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly ink2: string
  /** The ink and the wash of each hue. */
  readonly hues: readonly { readonly ink: string; readonly wash: string }[]
}

/** The colours of the light theme, read from the design's tokens. @throws Error when one is not there. */
export function readPalette(tokens: string): Palette {
  const colour = (name: string) => {
    const value = new RegExp(String.raw`--${name}:\s*light-dark\(\s*(#[0-9a-f]{6})\b`).exec(tokens)?.[1]
    if (!value) throw new Error(`the tokens have no colour --${name}`)
    return value
  }
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    ink2: colour('ink-2'),
    hues: [0, 1, 2, 3, 4, 5].map((hue) => ({ ink: colour(`topic-${hue}`), wash: colour(`topic-${hue}-wash`) })),
  }
}
