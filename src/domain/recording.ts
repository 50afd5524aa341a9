/** What was recorded of an interview, and when its words are said. Times are in seconds from the beginning of the file. */
export interface Recording {
  /** The name of the file, which lies beside the interview's: `blinken-initiatives.mp3`. */
  readonly file: string
  readonly kind: 'audio' | 'video'
  /** When each turn begins, in order and never falling. */
  readonly turns: readonly number[]
  /** When the last turn ends. */
  readonly end: number
  /**
   * When each word of each turn begins, never falling; the words are those of `placedWordsOf(turnText(turn))`, in order.
   * Null where only the turns have times.
   */
  readonly words: readonly (readonly number[])[] | null
  /** The file of captions beside it, in WebVTT, that the times of the words are from. Left out when there is none. */
  readonly captions?: string
}
