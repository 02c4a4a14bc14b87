package cn.trustregistry.pki.name;

import cn.trustregistry.pki.Extensions.NameConstraints;
import cn.trustregistry.pki.GeneralName;
import java.util.ArrayList;
import java.util.List;

/**
 * The subtrees one CA certificate permits and excludes, ready to hold names against (RFC 5280
 * 6.1.3(b) and (c)).
 */
public final class NameRules {
  /** What the rules say of one name. */
  public enum Ruling {
    PERMITTED,
    /** There are permitted subtrees of this form of name, and it lies in none of them. */
    NOT_PERMITTED,
    /** It lies in an excluded subtree, or a wildcard in it reaches into one. */
    EXCLUDED,
    /** The rules speak of this form of name but cannot be held against it. */
    UNDECIDED
  }

  private final List<Subtree> permitted;
  private final List<Subtree> excluded;

  private NameRules(List<Subtree> permitted, List<Subtree> excluded) {
    this.permitted = permitted;
    this.excluded = excluded;
  }

  public static NameRules of(NameConstraints constraints) {
    return new NameRules(subtrees(constraints.permitted()), subtrees(constraints.excluded()));
  }

  private static List<Subtree> subtrees(List<GeneralName> bases) {
    List<Subtree> subtrees = new ArrayList<>(bases.size());
    for (GeneralName base : bases) {
      subtrees.add(Subtree.of(base));
    }
    return subtrees;
  }

  /** How many comparisons a ruling on one name takes at most. */
  public int size() {
    return permitted.size() + excluded.size();
  }

  public Ruling ruleOn(GeneralName name) {
    boolean undecided = false;
    for (Subtree subtree : excluded) {
      Relation relation = subtree.relationOf(name);
      if (relation == Relation.INSIDE || relation == Relation.OVERLAPPING) {
        return Ruling.EXCLUDED;
      }
      undecided |= relation == Relation.UNDECIDED;
    }
    return undecided ? Ruling.UNDECIDED : permission(name);
  }

  private Ruling permission(GeneralName name) {
    Ruling ruling = Ruling.PERMITTED;
    for (Subtree subtree : permitted) {
      switch (subtree.relationOf(name)) {
        case INSIDE -> {
          return Ruling.PERMITTED;
        }
        case UNDECIDED -> ruling = Ruling.UNDECIDED;
        case OUTSIDE, OVERLAPPING ->
            ruling = ruling == Ruling.UNDECIDED ? ruling : Ruling.NOT_PERMITTED;
        case OTHER_FORM -> {}
      }
    }
    return ruling;
  }
}
