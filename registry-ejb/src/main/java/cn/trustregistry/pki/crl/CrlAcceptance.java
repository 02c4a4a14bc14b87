package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.crl.CrlRefusal.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a list is taken in. All checks are made and all that fail are told.
 *
 * <p>A list whose nextUpdate has passed is refused, and not taken as history: what a list said once
 * would otherwise begin to count for the past on the word of whoever kept it back.
 */
public final class CrlAcceptance {
  private final CrlOffer offer;
  private final RevocationList list;
  private final List<CrlRefusal> refusals = new ArrayList<>(0);
  private final List<CrlWarning> warnings = new ArrayList<>(0);

  private CrlAcceptance(CrlOffer offer) {
    this.offer = offer;
    this.list = offer.list();
  }

  public static CrlJudgement judge(CrlOffer offer) {
    return offer.taken().contains(offer.list())
        ? new CrlJudgement.Duplicate(offer.list())
        : new CrlAcceptance(offer).judge();
  }

  private CrlJudgement judge() {
    PublicKey signer = checkSignature();
    checkSigner(signer);
    checkDates();
    checkExtensions();
    checkNumber();
    checkDelta();
    return signer == null || !refusals.isEmpty()
        ? new CrlJudgement.Refused(refusals)
        : new CrlJudgement.Accepted(list, signer, warnings);
  }

  private @Nullable PublicKey checkSignature() {
    for (Map.Entry<PublicKey, SignatureOutcome> each : list.signatures().entrySet()) {
      if (each.getValue() instanceof SignatureOutcome.Good) {
        return each.getKey();
      }
    }
    boolean tried = !list.signatures().isEmpty();
    refuse(tried ? Kind.CRL_SIGNATURE_INVALID : Kind.CRL_ISSUER_UNKNOWN, list.issuer());
    return null;
  }

  private void checkSigner(@Nullable PublicKey signer) {
    if (signer != null && !offer.allowedSigners().contains(signer.sha256())) {
      refuse(Kind.CRL_SIGNER_NOT_ALLOWED, signer.sha256());
    }
  }

  private void checkDates() {
    if (list.thisUpdate().isAfter(offer.at().plus(offer.skew()))) {
      refuse(Kind.CRL_NOT_YET_VALID, list.thisUpdate() + " > " + offer.at());
    }
    Instant nextUpdate = list.nextUpdate();
    if (nextUpdate == null) {
      refuse(Kind.CRL_NEXT_UPDATE_MISSING, "");
      return;
    }
    if (!nextUpdate.isAfter(list.thisUpdate())) {
      refuse(Kind.CRL_DATES_REVERSED, nextUpdate + " <= " + list.thisUpdate());
    }
    if (nextUpdate.isBefore(offer.at())) {
      refuse(Kind.CRL_EXPIRED, nextUpdate + " < " + offer.at());
    }
  }

  private void checkExtensions() {
    Set<String> unknown = new TreeSet<>(list.unknownCritical());
    unknown.addAll(list.unknownCriticalInEntries());
    if (!unknown.isEmpty()) {
      refuse(Kind.CRL_EXTENSION_UNKNOWN, unknown);
    }
    if (list.scope().onlyAttributeCertificates()) {
      refuse(Kind.CRL_NOT_FOR_CERTIFICATES, "onlyContainsAttributeCerts");
    }
  }

  private void checkNumber() {
    BigInteger number = list.number();
    if (number == null) {
      refuse(Kind.CRL_NUMBER_MISSING, "");
      return;
    }
    RevocationList last = newest(offer.series(list.isDelta()));
    BigInteger lastNumber = last == null ? null : last.number();
    if (last == null || lastNumber == null) {
      return;
    }
    int order = number.compareTo(lastNumber);
    if (order <= 0) {
      refuse(
          order < 0 ? Kind.CRL_NUMBER_FELL : Kind.CRL_NUMBER_REUSED,
          number + " after " + lastNumber);
    } else if (list.thisUpdate().isBefore(last.thisUpdate())) {
      refuse(Kind.CRL_THIS_UPDATE_FELL, list.thisUpdate() + " after " + last.thisUpdate());
    }
    warnOfGaps(number, last);
  }

  private void warnOfGaps(BigInteger number, RevocationList last) {
    List<RevocationList> both = new ArrayList<>(offer.series(true));
    both.addAll(offer.series(false));
    RevocationList before = newest(both);
    BigInteger highest = before == null ? null : before.number();
    if (highest != null && number.subtract(highest).compareTo(BigInteger.ONE) > 0) {
      warnings.add(
          new CrlWarning(CrlWarning.Kind.CRL_NUMBER_SKIPPED, number + " after " + highest));
    }
    Instant due = last.nextUpdate();
    if (due != null && due.isBefore(list.thisUpdate())) {
      warnings.add(
          new CrlWarning(CrlWarning.Kind.CRL_COVERAGE_GAP, list.thisUpdate() + " after " + due));
    }
  }

  private static @Nullable RevocationList newest(List<RevocationList> lists) {
    return lists.stream()
        .max(
            Comparator.comparing(
                RevocationList::number, Comparator.nullsFirst(Comparator.naturalOrder())))
        .orElse(null);
  }

  /** RFC 5280 5.2.4: a delta starts from a complete list of the same issuer, key and scope. */
  private void checkDelta() {
    BigInteger base = list.baseNumber();
    BigInteger number = list.number();
    if (base == null || number == null) {
      return;
    }
    if (number.compareTo(base) <= 0) {
      refuse(Kind.DELTA_NOT_AFTER_BASE, number + " <= " + base);
    } else if (offer.series(false).stream().noneMatch(each -> reaches(each, base))) {
      boolean elsewhere =
          offer.taken().stream()
              .anyMatch(each -> !each.isDelta() && offer.isOfSameKey(each) && reaches(each, base));
      refuse(elsewhere ? Kind.DELTA_SCOPE_DIFFERS : Kind.DELTA_BASE_UNKNOWN, base);
    }
  }

  private static boolean reaches(RevocationList complete, BigInteger base) {
    BigInteger number = complete.number();
    return number != null && number.compareTo(base) >= 0;
  }

  private void refuse(Kind kind, Object detail) {
    refusals.add(new CrlRefusal(kind, list, detail.toString()));
  }
}
