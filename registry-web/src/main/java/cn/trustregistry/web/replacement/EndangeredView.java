package cn.trustregistry.web.replacement;

import cn.trustregistry.endangered.Endangered;
import cn.trustregistry.endangered.EndangeredProject;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.trust.Succession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open projects whose bids may be encrypted to certificates of the asking company that were
 * replaced, revoked or put on hold, or end.
 *
 * @param complete false if more certificates had to be looked at than one answer takes
 */
public record EndangeredView(List<EndangeredItem> items, boolean complete) {
  /** One certificate and one project. */
  public record EndangeredItem(
      String centre,
      String project,
      String category,
      String listedOn,
      @Nullable String sealedAt,
      String certificate,
      String cause,
      String textZh,
      String textEn,
      String notAfter,
      @Nullable String replacedBy,
      @Nullable String key) {
    static EndangeredItem of(EndangeredProject endangered) {
      ProjectFacts project = endangered.project();
      Succession succession = endangered.succession();
      return new EndangeredItem(
          project.centre(),
          project.code(),
          project.category().toString(),
          project.listedOn().toString(),
          project.sealedAt() == null ? null : project.sealedAt().toString(),
          endangered.certificate().sha256(),
          endangered.cause().name(),
          endangered.chinese(),
          endangered.english(),
          endangered.certificate().notAfter().toString(),
          succession == null ? null : succession.newCertificate(),
          succession == null ? null : succession.key().name());
    }
  }

  static EndangeredView of(Endangered endangered) {
    return new EndangeredView(
        endangered.projects().stream().map(EndangeredItem::of).toList(), endangered.complete());
  }
}
