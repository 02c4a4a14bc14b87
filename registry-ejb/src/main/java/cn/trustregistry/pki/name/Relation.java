package cn.trustregistry.pki.name;

/** How a name lies to a subtree of the same form of name. */
enum Relation {
  /** Everything the name stands for is in the subtree. */
  INSIDE,
  /** Nothing it stands for is. */
  OUTSIDE,
  /** A wildcard stands for names in the subtree and for others. */
  OVERLAPPING,
  /** The name or the subtree does not follow the standard, or its form is not one of ours. */
  UNDECIDED,
  /** The name is of another form, of which the subtree says nothing. */
  OTHER_FORM
}
