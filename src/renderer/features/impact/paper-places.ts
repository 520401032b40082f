import type { LinkProps } from '@tanstack/react-router';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly search?: Readonly<Record<string, string>>;
}

/** Where in the product things are done, by the names that the paper map uses. */
export const PLACES = {
  contacts: { to: '/contacts' },
  'new-contact': { to: '/contacts/new' },
  journalists: { to: '/contacts', search: { group: 'journalists-and-media-workers' } },
  women: { to: '/contacts', search: { group: 'women-human-rights-defenders' } },
  land: { to: '/contacts', search: { group: 'land-and-environmental' } },
  lgbt: { to: '/contacts', search: { group: 'lgbt' } },
  indigenous: { to: '/contacts', search: { group: 'indigenous-communities' } },
  business: { to: '/contacts', search: { group: 'business-and-human-rights' } },
  belief: { to: '/contacts', search: { group: 'freedom-of-religion-or-belief' } },
  meetings: { to: '/meetings' },
  'steady-state': { to: '/rhythm' },
  incidents: { to: '/incidents' },
  plans: { to: '/actions' },
  calendar: { to: '/today' },
  multilateral: { to: '/actions/un' },
  directory: { to: '/directory' },
  consents: { to: '/consents' },
  gate: { to: '/actions' },
  overrides: { to: '/actions', search: { show: 'overridden' } },
  plan: { to: '/actions/new' },
  'capacity-building': { to: '/actions/new', search: { type: 'capacity-building' } },
  'company-approach': { to: '/actions/new', search: { type: 'company-approach' } },
  'meeting-place': { to: '/actions/new', search: { type: 'meeting-place' } },
  'workplace-visit': { to: '/actions/new', search: { type: 'workplace-visit' } },
  seminar: { to: '/actions/new', search: { type: 'seminar' } },
  invitation: { to: '/actions/new', search: { type: 'invitation' } },
  'public-recognition': { to: '/actions/new', search: { type: 'public-recognition' } },
  'private-approach': { to: '/actions/new', search: { type: 'private-approach' } },
  'senior-approach': { to: '/actions/new', search: { type: 'senior-approach' } },
  demarche: { to: '/actions/new', search: { type: 'demarche' } },
  'public-statement': { to: '/actions/new', search: { type: 'public-statement' } },
  'local-press-release': { to: '/actions/new', search: { type: 'local-press-release' } },
  'media-intervention': { to: '/actions/new', search: { type: 'media-intervention' } },
  'social-media-post': { to: '/actions/new', search: { type: 'social-media-post' } },
  'trial-observation': { to: '/actions/new', search: { type: 'trial-observation' } },
  'detention-visit': { to: '/actions/new', search: { type: 'detention-visit' } },
  'women-peace-and-security': { to: '/actions/new', search: { type: 'women-peace-and-security' } },
  resolution: { to: '/actions/new', search: { type: 'resolution' } },
  'upr-recommendation': { to: '/actions/new', search: { type: 'upr-recommendation' } },
  'special-procedures': { to: '/actions/new', search: { type: 'special-procedures' } },
  'reprisals-follow-up': { to: '/actions/new', search: { type: 'reprisals-follow-up' } },
  'third-party-responsibilities': {
    to: '/actions/new',
    search: { type: 'third-party-responsibilities' },
  },
  'cso-access': { to: '/actions/new', search: { type: 'cso-access' } },
  'ngo-referral': { to: '/actions/new', search: { type: 'ngo-referral' } },
  bundles: { to: '/bundles' },
  reviews: { to: '/impact' },
  backlash: { to: '/impact', search: { tab: 'backlash' } },
  pledges: { to: '/impact', search: { tab: 'pledges' } },
  assessment: { to: '/impact', search: { tab: 'assessment' } },
  paper: { to: '/impact', search: { tab: 'paper' } },
} as const satisfies Record<string, Place>;
export type PlaceName = keyof typeof PLACES;
