import type { PlaceName } from './paper-places.ts';

export interface PaperAsk {
  /** Verbatim, but for line breaks. */
  readonly quote: string;
  /** Where in the product it is done. */
  readonly places: readonly [PlaceName, ...PlaceName[]];
}

export interface PaperSection {
  /** The paper's own heading. */
  readonly heading: string;
  readonly asks: readonly PaperAsk[];
}

/**
 * Every sentence of the policy paper that asks something of a mission, or says how one does it, in
 * the paper's order, with the places where it is done. A test holds the quotes against the text
 * (docs/reference) and finds sentences that ask and are not here.
 */
export const PAPER_MAP: readonly PaperSection[] = [
  {
    heading: 'Foreword',
    asks: [
      {
        quote:
          'we remain committed to promoting universal human rights, with individuals and communities able to challenge, discuss and debate freely and safely, without fear of attack.',
        places: ['plan', 'pledges'],
      },
      {
        quote: 'We will continue to support them wherever we can',
        places: ['plan', 'pledges'],
      },
      {
        quote:
          'The UK believes that all channels for Human Rights Defenders and civil society to engage with governments and those in power must remain open and safe.',
        places: ['cso-access', 'reprisals-follow-up'],
      },
      {
        quote:
          'We must do all we can to allow them to work and live in safety, and without fear of harassment or harm.',
        places: ['incidents', 'plans'],
      },
      {
        quote:
          'We hope it will give Human Rights Defenders encouragement to know how we may be able to support them, including through our network of embassies and high commissions overseas.',
        places: ['told', 'paper'],
      },
      {
        quote:
          'Whilst every situation may be different depending on local context, our values and commitments in providing support remain the same.',
        places: ['plans', 'pledges'],
      },
      {
        quote:
          'We will continue to work with Human Rights Defenders and civil society organisations on human rights, democracy, and rule of law issues across the board.',
        places: ['meetings', 'contacts'],
      },
      {
        quote:
          'The power of collaboration is immense, and we remain determined to strengthen this.',
        places: ['plans'],
      },
      {
        quote: 'we stand by you and support you wherever you are in the world',
        places: ['coverage'],
      },
    ],
  },
  {
    heading: 'Introduction',
    asks: [
      {
        quote:
          'The UK supports the right of Human Rights Defenders to carry out their activities, and continue with their professions (for example lawyers, journalists) and voice their opinions.',
        places: ['plan', 'incidents'],
      },
      {
        quote:
          'UK policy is guided by the “UN Declaration of the Rights and Responsibility of Individuals, Groups and Organs of Society to Promote and Protect Universally Recognised Human Rights and Fundamental Freedoms”',
        places: ['plans', 'multilateral'],
      },
      {
        quote:
          'This non-legally binding Declaration reaffirms the rights of Human Rights Defenders and sets out the particular responsibility of states to protect Human Rights Defenders, including from attacks by non-state actors.',
        places: ['incidents', 'private-approach'],
      },
    ],
  },
  {
    heading: 'Who are Human Rights Defenders?',
    asks: [
      {
        quote:
          'Human Rights Defenders can be any person, acting alone or in groups, working to promote and protect human rights.',
        places: ['new-contact'],
      },
      {
        quote: 'Human Rights Defenders are defined by what they do, not who they are.',
        places: ['new-contact'],
      },
      {
        quote: 'They may not identify themselves as human rights activists',
        places: ['new-contact'],
      },
      {
        quote: 'those who defend human rights should do so peacefully and without violence.',
        places: ['contacts', 'gate'],
      },
      {
        quote:
          'Groups or individuals who use or advocate the use of violence are not considered Human Rights Defenders, even if their stated aim is to defend the rights of others.',
        places: ['contacts', 'gate'],
      },
    ],
  },
  {
    heading: 'Key challenges Human Rights Defenders face',
    asks: [
      {
        quote: 'The risks they, their communities and their families face include:',
        places: ['incidents'],
      },
      { quote: 'Impunity for those who attack Human Rights Defenders.', places: ['incidents'] },
    ],
  },
  {
    heading: 'Human Rights Defenders at particular risk',
    asks: [
      {
        quote:
          'Human Rights Defenders who are themselves marginalised, and/or who work with marginalised individuals or groups, can experience particular challenges in their work.',
        places: ['contacts', 'assessment'],
      },
      {
        quote:
          'Journalists and media workers often come under severe pressure when shining a light on human rights concerns',
        places: ['journalists'],
      },
      {
        quote:
          'Women Human Rights Defenders can face additional discriminations based on their gender and/or the promotion of women’s rights.',
        places: ['women'],
      },
      {
        quote:
          'Human Rights Defenders working on land and environmental issues are more at risk of attacks',
        places: ['land'],
      },
      {
        quote:
          'LGBT Human Rights Defenders can face multiple threats by the authorities and by non-state actors',
        places: ['lgbt'],
      },
      {
        quote:
          'Human Rights Defenders from indigenous communities are often at risk of discriminatory attacks, including attacks on their communities and ancestral lands.',
        places: ['indigenous'],
      },
      {
        quote:
          'Those living and working in remote areas are likely to have limited access to support provided to other Human Rights Defenders.',
        places: ['coverage'],
      },
      {
        quote:
          'Human Rights Defenders working on business and human rights risk being targeted by both employers and governments seeking to prevent abuses from being exposed.',
        places: ['business'],
      },
      {
        quote:
          'The UK National Action Plan on Business and Human Rights includes specific commitments to protect Human Rights Defenders who are active on business and human rights related issues.',
        places: ['company-approach', 'third-party-responsibilities'],
      },
      {
        quote:
          'Human Rights Defenders who are promoting Freedom of Religion or Belief can face significant risks.',
        places: ['belief'],
      },
    ],
  },
  {
    heading: 'Supporting Human Rights Defenders internationally',
    asks: [
      {
        quote:
          'The UK’s approach to Human Rights Defenders is guided by the principle of do no harm.',
        places: ['gate', 'backlash'],
      },
      {
        quote:
          'We will always seek to consult with Human Rights Defenders or those close to them if their situation prevents them from being contacted, before taking any action.',
        places: ['consents', 'gate', 'overrides'],
      },
      {
        quote: 'consults Human Rights Defenders on a wide range of thematic issues as appropriate.',
        places: ['meetings', 'pledges'],
      },
      {
        quote: 'That support takes many forms and responds to changing needs',
        places: ['plans'],
      },
      {
        quote:
          'UK missions will, as a matter of good practice, maintain regular contact with Human Rights Defenders as appropriate.',
        places: ['steady-state'],
      },
      {
        quote:
          '‘Steady state’ contact allows for the exchange of information and the development of mutual relationships of trust, including where possible with Human Rights Defenders living in more remote regions.',
        places: ['steady-state', 'coverage', 'meetings'],
      },
      {
        quote:
          'Human Rights Defenders are regularly updated on the work of the UK missions, and UK officials are aware of situations as they progress',
        places: ['told', 'steady-state'],
      },
      {
        quote:
          'The UK supports Human Rights Defenders, through funding local and international CSOs and NGOs and in other ways, to build civil society capacity, helping provide a framework and support network within which Human Rights Defenders can work',
        places: ['capacity-building'],
      },
      {
        quote:
          'supporting and promoting responsible practice by global extractives businesses, particularly in oil, gas, mining and sourcing of diamonds and minerals in conflict affected and high-risk areas.',
        places: ['third-party-responsibilities', 'company-approach'],
      },
      {
        quote:
          'Recognition of Human Rights Defenders and their work can contribute to their safety and effectiveness.',
        places: ['public-recognition'],
      },
      {
        quote: 'UK missions might provide a meeting place for groups of Human Rights Defenders',
        places: ['meeting-place'],
      },
      {
        quote: 'visit Human Rights Defenders at their place of work',
        places: ['workplace-visit'],
      },
      {
        quote: 'take part in seminars and meetings arranged by Human Rights Defenders',
        places: ['seminar'],
      },
      {
        quote: 'invite them to events hosted at the UK mission or in the UK',
        places: ['invitation'],
      },
      {
        quote: 'give public recognition to Human Rights Defenders achievements.',
        places: ['public-recognition'],
      },
      {
        quote:
          'Consultation with Human Rights Defenders prior to any profile-raising activity is essential, as association with foreign diplomats can sometimes create new risks',
        places: ['consents', 'gate', 'backlash'],
      },
      {
        quote:
          'UK missions will work with like-minded partners and agencies to establish what support can be offered, which will be determined by the local context and in consultation with the relevant Human Rights Defenders in each country.',
        places: ['plans', 'consents'],
      },
      {
        quote:
          'Raising specific cases publicly or privately with the country’s authorities including on the need to implement effective protection mechanisms.',
        places: ['private-approach', 'public-statement'],
      },
      {
        quote:
          'A case can be raised at a more senior level, including ministerial where appropriate, or via a formal demarche on instructions from London',
        places: ['senior-approach', 'demarche'],
      },
      {
        quote:
          'Issuing public statements; declarations; press releases (in the local language); or media interventions, including on social media',
        places: [
          'public-statement',
          'local-press-release',
          'media-intervention',
          'social-media-post',
        ],
      },
      {
        quote: 'Attending trials and visiting detained Human Rights Defenders',
        places: ['trial-observation', 'detention-visit', 'calendar'],
      },
      {
        quote:
          'The UK National Action Plan on Women, Peace and Security (WPS) highlights Women Human Rights Defenders in particular as key partners for UK government to deliver on our WPS commitments.',
        places: ['women-peace-and-security'],
      },
      {
        quote:
          'Where a UK company is implicated, UK missions will raise concerns with the company at senior level invoking relevant standards, such as the UN Guiding Principles on Business and Human Rights.',
        places: ['company-approach'],
      },
    ],
  },
  {
    heading: 'Multilateral system',
    asks: [
      {
        quote:
          'Through the multilateral system, the UK shows its commitment to Human Rights Defenders by working to strengthen and raise global standards for Human Rights Defenders.',
        places: ['multilateral', 'pledges'],
      },
      {
        quote:
          'resolutions calling for better protection for Human Rights Defenders and the human rights standards they work to defend',
        places: ['resolution'],
      },
      {
        quote:
          'Supporting UN and other multilateral efforts to elaborate and enforce responsibilities of third parties (including businesses) to proactively seek to protect the rights of Human Rights Defenders where relevant to their operations',
        places: ['third-party-responsibilities'],
      },
      {
        quote:
          'working with partners to address and prevent acts of intimidation and reprisals against Human Rights Defenders seeking to cooperate with the United Nations',
        places: ['reprisals-follow-up', 'plans'],
      },
      {
        quote:
          'using the Human Rights Council Universal Periodic Review to deliver constructive and targeted recommendations to states',
        places: ['upr-recommendation'],
      },
      {
        quote:
          'supporting the work of the UN Special Rapporteurs and other Special Procedures who report on the situation of Human Rights Defenders, and human rights more generally, including consideration of the recommendations on country and thematic reports',
        places: ['special-procedures'],
      },
      {
        quote:
          'Support Human Rights Defender and civil society organisations to work with the UN, inter-governmental organisations, and other bodies through its observer status or designated representatives.',
        places: ['cso-access'],
      },
      {
        quote:
          'The UK will continue to call for an end to reprisals against Human Rights Defenders who cooperate with the UN.',
        places: ['reprisals-follow-up'],
      },
    ],
  },
  {
    heading: 'Emergency help',
    asks: [
      {
        quote: 'UK missions can help Human Rights Defenders make contact with relevant NGOs.',
        places: ['directory', 'ngo-referral'],
      },
      {
        quote:
          'Support may be available from NGOs such as Frontline Defenders, Lifeline, and Peace Brigades International, who can provide practical help and emergency funding.',
        places: ['directory'],
      },
      {
        quote:
          'Organisations like Peace Brigades International are also able to offer preventative protection support and capacity building including risk analysis and security strategies.',
        places: ['directory'],
      },
    ],
  },
  {
    heading: 'Contact',
    asks: [
      {
        quote: 'For Human Rights Defenders who need to contact UK diplomatic missions',
        places: ['contacts', 'steady-state'],
      },
    ],
  },
  {
    heading: 'UK pledge',
    asks: [
      {
        quote:
          'To remain committed to supporting Human Rights Defenders wherever they are in the world',
        places: ['pledges', 'coverage'],
      },
      {
        quote:
          'To use all routes, bilateral and multilateral, to create stronger global standards to support and protect Human Rights Defenders',
        places: ['pledges', 'multilateral'],
      },
      {
        quote:
          'To consult Human Rights Defenders on projects and policy development where it is appropriate to do so',
        places: ['pledges', 'consents'],
      },
      {
        quote:
          'To provide practical in-country support as appropriate, taking into account the local context and the wishes of the Human Rights Defender',
        places: ['pledges', 'plans'],
      },
      {
        quote:
          'To publishing this document on local UK mission websites in English and local languages and on the central government website www.gov.uk',
        places: ['pledges', 'local-press-release'],
      },
      {
        quote: 'To disseminate this documents among other government departments',
        places: ['pledges', 'bundles'],
      },
      {
        quote:
          'To assess, on a regular basis, the impact of UK activity, in consultation with UK missions, NGOs and Human Rights Defenders and update this document accordingly.',
        places: ['assessment', 'reviews', 'pledges'],
      },
    ],
  },
];
