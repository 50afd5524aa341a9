/** `01:32.500` or `00:01:32.500`; hours have as many digits as they need (W3C WebVTT 4.1). */
const CUE_TIME = /^(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/
/** The longest text that CUE_TIME fits, in UTF-16 code units. */
const LONGEST = 19

/** A time of a WebVTT file, in seconds; null when it is none. */
export function parseCueTime(text: string): number | null {
  const [, hours = '0', minutes, seconds, thousandths] = (text.length <= LONGEST && CUE_TIME.exec(text)) || []
  if (minutes === undefined) return null
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000
}
