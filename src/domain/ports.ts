import type { Interview, InterviewId, TopicId } from './interview.ts'
import type { MentionPlace, PartStart } from './part.ts'
import type { MarkStore } from './marks/markStore.ts'
import type { OpenNarrator } from './playback/narrator.ts'

/** What the player needs of the outside. The browser's side of each stands in platform/. */

/** What is copied: as plain text, and as HTML for programs that keep formatting. */
export interface Copied {
  readonly text: string
  readonly html?: string
}

/** Puts a text where the reader can paste it from. Says `refused` when the browser does not allow it. */
export interface Clipboard {
  write(copied: Copied): Promise<'copied' | 'refused'>
}

/** What is handed to another app. */
export interface ShareSheetContent {
  readonly title: string
  readonly text: string
  readonly url: string
}

/** Opens the system's own share sheet; a reader who closes it again has not asked for anything else. */
export type OpenShareSheet = (content: ShareSheetContent) => void

/** The system's full screen. Where there is none, or it is refused, nothing happens: the page is as large as it is. */
export interface FullScreen {
  /** Asks for it; calls back once when it was left by other means than `leave`. */
  enter(onLeft: () => void): void
  leave(): void
}

/** Keeps one text on the reader's machine. Blocked storage reads as null and keeps nothing. */
export interface Storage {
  read(): string | null
  write(text: string): void
  /** Calls back when another tab has written; returns the way to stop it. */
  subscribe(onChange: () => void): () => void
}

/** The id of the element on the page that a recording sounds from. Ids of turns hold no underscore. */
export const RECORDING_ELEMENT = 'recording_media'

/** Where the parts of long interviews come from. Asked twice for the same thing, it hands out the same promise. */
export interface PartSources {
  /** A part of an interview, by its number. @throws Error when it cannot be fetched. */
  loadPart(id: InterviewId, number: number): Promise<Interview>
  /** Where each part of an interview begins. @throws Error when it cannot be fetched. */
  loadStarts(id: InterviewId): Promise<readonly PartStart[]>
  /** The turns that mention a topic from elsewhere, in order. @throws Error when they cannot be fetched. */
  loadMentions(id: InterviewId, topic: TopicId): Promise<readonly MentionPlace[]>
}

/** Where the files of the search across all interviews come from. */
export interface SearchSource {
  /** The text of a file in the folder of the search. @throws Error when it cannot be fetched. */
  loadText(file: string): Promise<string>
}

/** Says that nobody waits for something any more: an AbortSignal, as far as the domain needs it. */
export interface StopSignal {
  /** @throws Error once it says so. */
  throwIfAborted(): void
}

export interface Platform {
  readonly clipboard: Clipboard
  readonly preferences: Storage
  /** Where the reader stopped in each interview. */
  readonly places: Storage
  /** Opens the reader's marks. */
  openMarks(): Promise<MarkStore>
  /** Holds something where there are marks, so that who has none loads nothing for them. */
  readonly marksHint: Storage
  /** The trail of a file that is followed in this tab, for as long as the tab is there. */
  readonly trail: Storage
  /** Calls back when the page goes away, or may be ended by the system; returns the way to stop it. */
  onLeave(act: () => void): () => void
  /** Makes a narrator for an interview, the best that there is here. */
  readonly openNarrator: OpenNarrator
  /** Null where the system has no share sheet. */
  readonly openShareSheet: OpenShareSheet | null
  readonly fullScreen: FullScreen
}

/** Keeps the screen lit. Where the system cannot or will not, nothing happens. */
export interface ScreenLock {
  hold(): void
  release(): void
}

/** The other tabs of this site in the same browser: only one plays. */
export interface OtherTabs {
  /** Tells them that this one plays now. */
  tell(): void
  /** Calls back when another one does; returns the way to stop it. */
  subscribe(onOther: () => void): () => void
}

/** What the system shows of what plays, on a lock screen and beside media keys. */
export interface NowPlaying {
  readonly title: string
  /** Who speaks. */
  readonly artist: string
  readonly album: string
  readonly isPlaying: boolean
  /** In seconds; null where times are estimates only. */
  readonly time: { readonly position: number; readonly duration: number; readonly rate: number } | null
}

/** What media keys and headsets ask for. */
export interface MediaCommands {
  play(): void
  pause(): void
  next(): void
  previous(): void
  stepBack(): void
  stepForward(): void
}

/** The system's own controls for what plays. */
export interface MediaControls {
  /** Null takes it away again. */
  show(now: NowPlaying | null): void
  /** Calls back at every key; returns the way to stop it. */
  obey(commands: MediaCommands): () => void
}

/** What is needed of a browser once something plays. */
export interface PlayingDevices {
  readonly screen: ScreenLock
  readonly otherTabs: OtherTabs
  readonly mediaControls: MediaControls
}
