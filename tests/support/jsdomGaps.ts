/** What a browser has and jsdom lacks: each does as little as the components need to be drawn. */

class SilentResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

class SilentIntersectionObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

window.ResizeObserver = SilentResizeObserver
window.IntersectionObserver = SilentIntersectionObserver
window.scrollTo = () => {}
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })
Range.prototype.getBoundingClientRect = () => new DOMRect()
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
  this.open = false
  this.dispatchEvent(new Event('close'))
}
HTMLElement.prototype.togglePopover = function togglePopover(this: HTMLElement) {
  this.dispatchEvent(new Event('beforetoggle'))
  this.removeAttribute('popover') // shown: jsdom hides what has it
  return true
}
