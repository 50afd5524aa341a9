/* oxlint-disable unicorn/consistent-function-scoping -- all of it is sent into the page as one function */
/**
 * What is put into a page before its own scripts, to watch it from inside. It is sent as text, so it may use nothing from
 * outside of it.
 */
export function instruments() {
  /** How long each task took that took more than 50 ms, in milliseconds. @type {number[]} */
  const longTasks = []
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  })

  /**
   * Where an element's top stands in the window, in CSS pixels; null unless a reader sees it: it reaches into the window,
   * has its text, and is what lies under a point in its upper part.
   *
   * @param {string} selector
   * @param {string} text
   */
  const seenAt = (selector, text) => {
    const element = document.querySelector(selector)
    if (!element?.textContent.includes(text)) return null
    const { top, bottom, left, width, height } = element.getBoundingClientRect()
    if (height < 4 || bottom <= 0 || top >= window.innerHeight) return null
    const x = left + Math.min(width / 2, 120)
    const isHit = [top + 8, bottom - 8].some((y) => {
      const inside = Math.min(Math.max(y, 1), window.innerHeight - 1)
      return element.contains(document.elementFromPoint(x, inside))
    })
    return isHit ? top : null
  }

  /** Calls back after a frame was rendered, not before it as requestAnimationFrame does. @param {() => void} then */
  const afterFrame = (then) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => then())
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  }

  /** The times between frames, in milliseconds, while they are recorded. @type {number[] | null} */
  let frames = null

  const bench = {
    /**
     * When an element came into view to stay: the start of the first 500 ms in which it is seen in every frame and moves
     * by 2 px at most. In milliseconds, by the clock; null when it takes longer than `limit`.
     *
     * @param {{ selector: string, text: string, limit: number }} options
     * @returns {Promise<number | null>}
     */
    settled: ({ selector, text, limit }) =>
      new Promise((resolve) => {
        const started = performance.now()
        /** @type {{ at: number, top: number } | null} */
        let since = null
        const look = () => {
          const top = seenAt(selector, text)
          const now = performance.now()
          if (top === null) since = null
          else if (!since || Math.abs(top - since.top) > 2) since = { at: now, top }
          if (since && now - since.at >= 500) resolve(performance.timeOrigin + since.at)
          else if (now - started > limit) resolve(null)
          else afterFrame(look)
        }
        look()
      }),
    /** Everything that kept the page from answering: the sum of what each task took beyond 50 ms. */
    blockingMs: () => longTasks.reduce((sum, duration) => sum + Math.max(duration - 50, 0), 0),
    elements: () => document.getElementsByTagName('*').length,
    /**
     * How far an element is from where its page wants it to land, in CSS pixels.
     *
     * @param {string} selector
     */
    landingError: (selector) => {
      const element = document.querySelector(selector)
      const heading = element?.querySelector('h3[tabindex]') ?? element
      if (!heading) return null
      const px = (/** @type {string} */ length) => Number.parseFloat(length) || 0
      const { scrollPaddingTop } = getComputedStyle(document.documentElement)
      const wanted = px(scrollPaddingTop) + px(getComputedStyle(heading).scrollMarginTop)
      return Math.abs(heading.getBoundingClientRect().top - wanted)
    },
    recordFrames: () => {
      const times = /** @type {number[]} */ ([])
      frames = times
      let last = performance.now()
      const next = (/** @type {number} */ now) => {
        if (frames !== times) return
        times.push(now - last)
        last = now
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    },
    /** The share of frames that did not come, of those that a screen of 60 Hz would have shown. */
    droppedShare: () => {
      const times = frames ?? []
      frames = null
      const wanted = times.reduce((sum, time) => sum + time, 0) / (1000 / 60)
      return wanted > 0 ? Math.max(1 - times.length / wanted, 0) : 0
    },
    /**
     * Goes to another turn as a reader does: by a link on the page, or by a `#`. Gives the moment, in milliseconds by the clock.
     *
     * @param {{ path: string, hash: string }} link
     */
    jump: ({ path, hash }) => {
      const start = performance.timeOrigin + performance.now()
      if (hash) {
        location.hash = hash
        return start
      }
      const link = document.createElement('a')
      link.href = path
      document.querySelector('main')?.append(link)
      link.click()
      link.remove()
      return start
    },
  }
  Object.assign(window, { bench })
  return bench
}
