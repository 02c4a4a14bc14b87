package cn.trustregistry.web.tenant;

import cn.trustregistry.access.Proofs.ProofRefused;
import cn.trustregistry.authority.IssuerRefused;
import cn.trustregistry.dashboard.Dashboards.FiguresRefused;
import cn.trustregistry.pricing.TariffRefused;
import cn.trustregistry.web.rest.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders what the rooms behind this door refuse as problems. */
public final class Refusals {
  private Refusals() {}

  /** A proof that was not added or ended. */
  @Provider
  public static class OfProofs implements ExceptionMapper<ProofRefused> {
    @Override
    public Response toResponse(ProofRefused refused) {
      return problem(409, "proof-refused", "The client's proofs stay as they are", refused);
    }
  }

  /** An issuer that was not put forward. */
  @Provider
  public static class OfIssuers implements ExceptionMapper<IssuerRefused> {
    @Override
    public Response toResponse(IssuerRefused refused) {
      int status =
          switch (refused.kind()) {
            case NOT_PERMITTED -> 403;
            case MALFORMED_CERTIFICATE -> 400;
            case ISSUER_TAKEN -> 409;
            case NOT_A_CA, ISSUER_EXPIRED, UNFIT_WINDOW -> 422;
          };
      return problem(
          status, Problem.nameOf(refused.kind()), "The issuer was not put forward", refused);
    }
  }

  /** A tariff that was not published. */
  @Provider
  public static class OfTariffs implements ExceptionMapper<TariffRefused> {
    @Override
    public Response toResponse(TariffRefused refused) {
      int status =
          switch (refused.kind()) {
            case NOT_PERMITTED -> 403;
            case TARIFF_OUTDATED -> 412;
            case TARIFF_EMPTY, TARIFF_ITEM_TWICE, TARIFF_IN_THE_PAST -> 422;
          };
      return problem(
          status, Problem.nameOf(refused.kind()), "The tariff was not published", refused);
    }
  }

  /** Figures that were not counted. */
  @Provider
  public static class OfFigures implements ExceptionMapper<FiguresRefused> {
    @Override
    public Response toResponse(FiguresRefused refused) {
      return refused.isNotPermitted()
          ? problem(403, "not-permitted", "The figures were not counted", refused)
          : problem(400, "invalid-parameter", "The figures were not counted", refused);
    }
  }

  private static Response problem(int status, String name, String title, RuntimeException refused) {
    return new Problem(status, name, title, String.valueOf(refused.getMessage()), null).response();
  }
}
