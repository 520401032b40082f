/** The seven pledges. UK Support for Human Rights Defenders, "UK pledge", in its order. */
export const PLEDGES = [
  'wherever-they-are',
  'all-routes',
  'consult',
  'practical-support',
  'publish',
  'disseminate',
  'assess',
] as const;
export type Pledge = (typeof PLEDGES)[number];
