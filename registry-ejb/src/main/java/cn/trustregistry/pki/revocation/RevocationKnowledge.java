package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevokedEntry;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the registry has been told of revocation; immutable. Adding a piece makes a new
 * version that shares the rest. The order in which pieces are added makes no difference.
 *
 * <p>Whoever holds it decides what to put in: a question about the past is answered from the lists
 * that are here, so those of its time have to be.
 */
public final class RevocationKnowledge {
  /** Nothing known: every answer is unknown. */
  public static final RevocationKnowledge NONE =
      new RevocationKnowledge(Layered.empty(), Layered.empty(), Layered.empty());

  /** One certificate, by the key that signed it and its serial number. */
  private record Subject(String issuerKeySha256, BigInteger serial) {}

  private final Layered<DistinguishedName, List<CrlSeries>> lists;
  private final Layered<Subject, List<RevocationNotice>> notices;
  private final Layered<Subject, List<OcspAnswer>> answers;

  private RevocationKnowledge(
      Layered<DistinguishedName, List<CrlSeries>> lists,
      Layered<Subject, List<RevocationNotice>> notices,
      Layered<Subject, List<OcspAnswer>> answers) {
    this.lists = lists;
    this.notices = notices;
    this.answers = answers;
  }

  /** Adds a list; one that is there already keeps the earlier time of receipt. */
  public RevocationKnowledge with(ReceivedCrl crl) {
    DistinguishedName issuer = crl.list().issuer();
    List<CrlSeries> all = new ArrayList<>();
    boolean placed = false;
    for (CrlSeries series : seriesOf(issuer)) {
      boolean takes = series.takes(crl);
      placed |= takes;
      all.add(takes ? series.with(crl) : series);
    }
    if (!placed) {
      all.add(CrlSeries.of(crl));
      all.sort(
          Comparator.comparing(CrlSeries::signedBy)
              .thenComparing(series -> series.scope().toString()));
    }
    return new RevocationKnowledge(lists.with(issuer, List.copyOf(all)), notices, answers);
  }

  /** Adds a notice. */
  public RevocationKnowledge with(RevocationNotice notice) {
    Subject subject = new Subject(notice.issuerKeySha256(), notice.serial());
    Comparator<RevocationNotice> order =
        Comparator.comparing(RevocationNotice::effectiveAt)
            .thenComparing(RevocationNotice::receivedAt)
            .thenComparing(RevocationNotice::id);
    List<RevocationNotice> all =
        added(
            notices.get(subject),
            notice,
            RevocationNotice::id,
            RevocationNotice::receivedAt,
            order);
    return new RevocationKnowledge(lists, notices.with(subject, all), answers);
  }

  /** Adds an OCSP response. */
  public RevocationKnowledge with(OcspAnswer answer) {
    Subject subject = new Subject(answer.issuerKeySha256(), answer.serial());
    Comparator<OcspAnswer> order =
        Comparator.comparing(OcspAnswer::thisUpdate)
            .thenComparing(OcspAnswer::producedAt)
            .thenComparing(OcspAnswer::sha256);
    List<OcspAnswer> all =
        added(answers.get(subject), answer, OcspAnswer::sha256, OcspAnswer::receivedAt, order);
    return new RevocationKnowledge(lists, notices, answers.with(subject, all));
  }

  /** A sorted copy with one more; of two with the same name the one received first stays. */
  private static <T> List<T> added(
      @Nullable List<T> known,
      T piece,
      Function<T, String> name,
      Function<T, Instant> receivedAt,
      Comparator<T> order) {
    List<T> all = new ArrayList<>();
    T pending = piece;
    for (T each : known == null ? List.<T>of() : known) {
      if (!name.apply(each).equals(name.apply(piece))) {
        all.add(each);
      } else if (!receivedAt.apply(each).isAfter(receivedAt.apply(piece))) {
        pending = each;
      }
    }
    all.add(pending);
    all.sort(order);
    return List.copyOf(all);
  }

  /** The status of a certificate; see the package for what counts. */
  public RevocationStatus status(RevocationQuestion question) {
    Subject subject = new Subject(question.issuerKey().sha256(), question.certificate().serial());
    List<RevocationNotice> told = notices.get(subject);
    List<OcspAnswer> answered = answers.get(subject);
    NoticeDecision noticed = NoticeDecision.of(told == null ? List.of() : told, question);
    RevocationStatus listed = new CrlDecision(this, question, noticed.releasedAt()).decide();
    if (answered == null
        && noticed.status() == null
        && listed instanceof RevocationStatus.Good
        && question.policy().order() == RevocationPolicy.Order.CRL_FIRST) {
      return listed; // as Combination would have it
    }
    RevocationStatus said =
        new OcspDecision(
                this, question, answered == null ? List.of() : answered, noticed.releasedAt())
            .decide();
    return Combination.of(noticed.status(), listed, said, question.policy().order());
  }

  /**
   * Looks in the issuer's own lists for a certificate that nobody has seen: that it is listed
   * proves it revoked or on hold (RFC 5280 5.3), that it is not proves nothing.
   *
   * @return revoked, on hold, or null
   */
  public @Nullable ListedSerial listed(
      DistinguishedName issuer, PublicKey issuerKey, BigInteger serial, Instant at) {
    ListedSerial found = null;
    for (CrlSeries series : seriesOf(issuer)) {
      CrlSeries.View view = series.view(Instant.MAX, at);
      if (view != null
          && series.signedBy().equals(issuerKey.sha256())
          && view.notUnderstood() == null) {
        RevokedEntry entry = view.find(serial, issuer);
        boolean permanent = found != null && found.entry().reason().isPermanent();
        if (entry != null && !entry.revokedAt().isAfter(at) && !permanent) {
          found = new ListedSerial(entry, view.thisUpdate());
        }
      }
    }
    return found;
  }

  /** Each of the issuer's own lists that changed what is said of a certificate, oldest first. */
  public List<ListingChange> changes(Certificate certificate, PublicKey issuerKey) {
    return seriesOf(certificate.issuer()).stream()
        .filter(series -> series.signedBy().equals(issuerKey.sha256()))
        .flatMap(series -> series.changes(certificate.serial(), certificate.issuer()).stream())
        .sorted(Comparator.comparing(ListingChange::thisUpdate))
        .toList();
  }

  /** Every list of this CRL issuer, for the judgement of its next one. */
  public List<RevocationList> listsOf(DistinguishedName crlIssuer) {
    List<RevocationList> all = new ArrayList<>();
    for (CrlSeries series : seriesOf(crlIssuer)) {
      series.addTo(all);
    }
    return List.copyOf(all);
  }

  /** The lists of this CRL issuer. */
  List<CrlSeries> seriesOf(DistinguishedName crlIssuer) {
    List<CrlSeries> series = lists.get(crlIssuer);
    return series == null ? List.of() : series;
  }
}
