/** What the player needs of the outside. The browser's side of each stands in platform/. */

/** Puts a text where the reader can paste it from. Says `refused` when the browser does not allow it. */
export interface Clipboard {
  write(text: string): Promise<'copied' | 'refused'>
}

/** Keeps one text on the reader's machine. Blocked storage reads as null and keeps nothing. */
export interface Storage {
  read(): string | null
  write(text: string): void
  /** Calls back when another tab has written; returns the way to stop it. */
  subscribe(onChange: () => void): () => void
}

export interface Platform {
  readonly clipboard: Clipboard
  readonly preferences: Storage
}
