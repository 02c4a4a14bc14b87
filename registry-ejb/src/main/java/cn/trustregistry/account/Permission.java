package cn.trustregistry.account;

/** What somebody may do in the console. */
public enum Permission {
  /** Read companies, centres, rules, certificates and figures. */
  SEE,
  /** Read drafts of the recognition rules and their previews. */
  RULES,
  /** Put forward what needs two approvals. */
  PROPOSE,
  /** Give one of the two approvals. */
  APPROVE,
  /** Register and suspend companies, register centres. */
  OPERATE,
  /** Issue and end the credentials of client systems. */
  CREDENTIALS,
  /** Publish tariffs. */
  PRICES,
  /** Work on applications. */
  APPLICATIONS,
  /** Write notices for the portal. */
  NOTICES,
  /** Invite and disable people. */
  PEOPLE,
  /** Read the audit trail. */
  AUDIT,
  /** Look after one's own account. */
  SELF
}
