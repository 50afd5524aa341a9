import type { Media } from '../../src/platform/mediaSound.ts'

/** What a stub of a media element is told to do. Times of the file are in seconds, delays in ms. */
export interface MediaStubOptions {
  /** How long the file is. */
  readonly duration: number
  /** How long it takes until the file is known, and until a place that it is sent to is reached. */
  readonly loadMs?: number
  readonly seekMs?: number
  /** Why the file cannot be loaded: a code of MediaError. */
  readonly error?: number | null
  /** Where loading stops: it waits there until `more` is called. */
  readonly loadedTo?: number
  /** Where the file is damaged. */
  readonly damagedAt?: number
  /** The browser wants a gesture first. */
  readonly isRefused?: boolean
  /** It cannot go to a place: the server hands out no parts. */
  readonly isUnseekable?: boolean
  /** It forgets where it was sent before it knew the file, as some phones do. */
  readonly isForgetful?: boolean
  /** How loud it is cannot be set by a page. */
  readonly isVolumeFixed?: boolean
}

const [NOTHING, METADATA, CURRENT, ENOUGH] = [0, 1, 2, 4]
/** How often it tells the time. */
const TELL_MS = 250

/** A media element that plays nothing, on the clock of the test. */
export class MediaStub extends EventTarget implements Media {
  currentSrc = 'https://example.org/interviews/talk.mp3'
  defaultPlaybackRate = 1
  muted = false
  preservesPitch = false
  paused = true
  seeking = false
  error: MediaError | null = null
  readyState: number = NOTHING
  /** How often it was sent to a place. */
  seeks = 0
  private options: MediaStubOptions
  private position = 0
  private since = 0
  private speed = 1
  private loudness = 1
  private isLoading = false
  private timers = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: MediaStubOptions) {
    super()
    this.options = options
  }

  get isFlowing() {
    return !this.paused && !this.seeking && this.readyState >= ENOUGH && !this.ended
  }
  get ended() {
    return this.readyState > NOTHING && this.position >= this.options.duration
  }
  get currentTime() {
    const moved = this.isFlowing ? ((performance.now() - this.since) / 1000) * this.speed : 0
    return Math.min(this.position + moved, this.edge)
  }
  set currentTime(seconds: number) {
    this.seeks += 1
    if (this.readyState === NOTHING) {
      if (!this.options.isForgetful) this.position = seconds
      return
    }
    this.seek(seconds)
  }
  get playbackRate() {
    return this.speed
  }
  set playbackRate(rate: number) {
    this.settle()
    this.speed = rate
    this.plan()
  }
  get volume() {
    return this.loudness
  }
  set volume(volume: number) {
    if (!this.options.isVolumeFixed) this.loudness = volume
  }

  play(): Promise<void> {
    if (this.options.isRefused) return Promise.reject(new DOMException('no gesture', 'NotAllowedError'))
    if (this.error) return Promise.reject(new DOMException('no source', 'NotSupportedError'))
    if (this.paused) {
      if (this.ended) this.seek(0)
      this.paused = false
      this.soon('play')
      if (this.readyState >= ENOUGH && !this.seeking) this.soon('playing')
    }
    this.begin()
    if (this.readyState === NOTHING) this.startLoading()
    return Promise.resolve()
  }

  pause() {
    if (this.paused) return
    this.settle()
    this.paused = true
    this.soon('timeupdate')
    this.soon('pause')
    this.clear()
  }

  load() {
    this.clear()
    this.paused = true
    this.error = null
    this.isLoading = false
    this.readyState = NOTHING
    this.position = 0
    this.speed = this.defaultPlaybackRate
  }

  /** More of the file has come, or it is another one now. */
  change(options: Partial<MediaStubOptions>) {
    this.settle()
    this.options = { ...this.options, ...options }
    if (this.readyState === CURRENT) {
      this.readyState = ENOUGH
      if (!this.paused) this.soon('playing')
    }
    this.begin()
  }

  private get edge() {
    return Math.min(this.options.duration, this.options.loadedTo ?? Infinity, this.options.damagedAt ?? Infinity)
  }
  private soon(type: string, ms = 0) {
    setTimeout(() => this.dispatchEvent(new Event(type)), ms)
  }
  private after(ms: number, act: () => void) {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      act()
    }, ms)
    this.timers.add(timer)
  }
  private clear() {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }
  private settle() {
    this.position = this.currentTime
    this.since = performance.now()
  }
  private begin() {
    this.since = performance.now()
    this.plan()
  }
  private startLoading() {
    if (this.isLoading) return
    this.isLoading = true
    setTimeout(() => {
      this.isLoading = false
      const { error } = this.options
      if (error != null) return this.fail(error)
      this.readyState = ENOUGH
      this.dispatchEvent(new Event('loadedmetadata'))
      if (this.position > 0 && !this.seeking) this.seek(this.position)
      if (!this.seeking && !this.paused) this.dispatchEvent(new Event('playing'))
      this.begin()
    }, this.options.loadMs ?? 0)
  }
  private seek(seconds: number) {
    this.clear()
    this.position = this.options.isUnseekable ? 0 : Math.min(seconds, this.options.duration)
    this.seeking = true
    this.readyState = METADATA
    const wanted = this.seeks
    setTimeout(() => {
      if (wanted !== this.seeks) return
      this.seeking = false
      const isThere = this.position < this.edge
      this.readyState = isThere ? ENOUGH : CURRENT
      this.dispatchEvent(new Event('seeked'))
      if (isThere && !this.paused) this.dispatchEvent(new Event('playing'))
      if (!this.paused && !isThere) this.reachEdge()
      this.begin()
    }, this.options.seekMs ?? 0)
  }
  private fail(code: number) {
    this.settle()
    this.clear()
    this.error = { code, message: '' } as MediaError // its constants are of no use here
    this.readyState = NOTHING
    this.paused = true // as Chromium does
    this.soon('pause')
    this.dispatchEvent(new Event('error'))
  }
  private reachEdge() {
    this.position = this.edge
    if (this.position >= this.options.duration) {
      this.paused = true
      this.soon('pause')
      this.soon('ended')
    } else if (this.position >= (this.options.damagedAt ?? Infinity)) this.fail(3)
    else {
      this.readyState = CURRENT
      this.dispatchEvent(new Event('waiting'))
    }
  }
  /** Plans the next `timeupdate`, and what happens where the file or what is loaded of it ends. */
  private plan() {
    this.clear()
    if (!this.isFlowing) return
    const tell = () =>
      this.after(TELL_MS, () => {
        this.dispatchEvent(new Event('timeupdate'))
        if (this.isFlowing) tell()
      })
    tell()
    this.after(((this.edge - this.currentTime) * 1000) / this.speed, () => {
      this.settle()
      this.clear()
      this.reachEdge()
    })
  }
}
