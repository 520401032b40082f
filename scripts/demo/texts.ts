/** What is said at meetings that never took place. Every text says that it is invented. */
export const FICTIONAL = 'FICTIONAL: invented for demonstration; no such person, place or event.';

export const TITLES: readonly string[] = [
  'Monthly conversation',
  'After the hearing',
  'Before the council vote',
  'News of the licence',
  'Visit to the office',
  'Call about the summons',
  'Catch-up in the café',
  'Update on the appeal',
  'First talk after the holidays',
  'Questions about the new law',
];

export const SAID: readonly string[] = [
  'Calls at night have stopped since the number was changed. Two colleagues still get them.',
  'The registration of the association was sent back for the third time, now for the colour of the stamp.',
  'The hearing was put off again. The lawyer may see the file for one hour on Thursday.',
  'A car stood before the house for two evenings. The neighbours noted the time, not the plate.',
  'The licence of the newspaper runs out in spring; the printer asks for payment in advance.',
  'The company has asked the families to sign in a language that they do not read.',
  'The article was taken down and put up again within a day. Readers sent more than forty letters.',
  'The community wants to be heard by the committee before the survey begins, not after.',
  'She has been offered her post back if she stops writing; she has asked for time to think.',
  'The workshop on safe phones helped. They ask for a second one in their own language.',
  'The brother of the detained man was allowed a visit of ten minutes and could bring medicine.',
  'The road to the valley is closed in winter; they ask to speak by radio every second week.',
  'Someone has spread a picture that is not of him. The family is more worried than he is.',
  'The union counts 140 members again, as many as before the dismissals.',
  'He sleeps at a friend’s and says that it is tiring, not dangerous.',
];

export const TOLD: readonly string[] = [
  'That the Ambassador raised the law in general terms, without names.',
  'What the embassy can do at a trial and what it cannot.',
  'That the report to the committee is due in March and what it will hold.',
  'That nothing will be said in public before they agree to the text.',
  'Which organisations help with urgent relocation, and how they are reached.',
  'That the invitation to the seminar stands, and who else will be there.',
];

export const PROMISES: readonly string[] = [
  'Send the guidance on observing trials',
  'Ask capital for the text of the recommendation',
  'Introduce them to the legal aid fund',
  'Tell them what came of the talk at the ministry',
  'Find an interpreter for the next meeting',
  'Lend the meeting room for the spring assembly',
  'Read the draft letter and answer within a week',
];

export const FOLLOW_UPS: readonly string[] = [
  'Note the date of the next hearing',
  'Check whether the number is still safe',
  'Ask the like-minded missions who will observe',
  'Review the consent on the photograph',
  'Write to the focal point in Geneva',
  'Put the valley on the route of the autumn journey',
  'Thank the interpreter',
];

export const PLACES: readonly string[] = [
  'Harbour café, Port Serin',
  'Embassy, small meeting room',
  'Library of the Bar',
  'Community hall',
  'Walk along the quay',
  'Office of the association',
];

/** A code of the vocabulary as the beginning of a title: `private-approach` is `Private approach`. */
export function inWords(code: string): string {
  return `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;
}
