import type { Section } from '../../domain/interview.ts'

/** The id of a section's heading in the page. It holds a slash or an underscore, which no turn's id does. */
export function headingId({ topic, start }: Section): string {
  return topic ? `topics/${topic}` : `section_${start}`
}
