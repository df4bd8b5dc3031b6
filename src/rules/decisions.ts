// The decisions and problems that families bring, in the names that the commands, the pack and the handoff share.

export const DECISIONS = [
  'refuse-assess',
  'refuse-reassess',
  'refuse-issue',
  'plan-content',
  'plan-placement-only',
  'refuse-amend',
  'cease',
  'health-or-care',
  'discrimination',
  'sen-support',
  'provision-not-delivered',
  'la-late',
  'draft-plan',
  'exclusion',
  'transport',
  'personal-budget',
  'admission',
  'tribunal-decision',
  'none-yet',
  'unsure',
] as const

export type Decision = (typeof DECISIONS)[number]

export type CertificateNeed = 'needed' | 'not-needed' | 'check'

/**
 * Whether an appeal against this decision needs a mediation certificate.
 * Children and Families Act 2014 ss.51 and 55; not for Section I only. Health and care parts travel with an education appeal, so it depends.
 */
export function certificateNeed(decision: Decision): CertificateNeed {
  switch (decision) {
    case 'refuse-assess':
    case 'refuse-reassess':
    case 'refuse-issue':
    case 'plan-content':
    case 'refuse-amend':
    case 'cease':
      return 'needed'
    case 'health-or-care':
    case 'unsure':
      return 'check'
    case 'plan-placement-only':
    case 'discrimination':
    case 'sen-support':
    case 'provision-not-delivered':
    case 'la-late':
    case 'draft-plan':
    case 'exclusion':
    case 'transport':
    case 'personal-budget':
    case 'admission':
    case 'tribunal-decision':
    case 'none-yet':
      return 'not-needed'
  }
}

/** Whether the two months of an appeal run from the letter. Health or care rides on an education appeal; unsure is counted to be safe. */
export function hasAppealClock(decision: Decision): boolean {
  return certificateNeed(decision) !== 'not-needed' || decision === 'plan-placement-only'
}
