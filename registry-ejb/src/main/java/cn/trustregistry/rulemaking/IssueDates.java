package cn.trustregistry.rulemaking;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where it is known from when on certificates are valid. */
interface IssueDates {
  /** By fingerprint; what is not known is left out. */
  Map<String, Instant> of(Collection<String> fingerprints);
}
