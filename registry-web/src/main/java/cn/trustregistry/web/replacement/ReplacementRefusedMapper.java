package cn.trustregistry.web.replacement;

import cn.trustregistry.replacement.ReplacementRefused;
import cn.trustregistry.web.rest.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders a refused replacement as a problem. */
@Provider
public class ReplacementRefusedMapper implements ExceptionMapper<ReplacementRefused> {
  @Override
  public Response toResponse(ReplacementRefused refused) {
    int status =
        switch (refused.kind()) {
          case NOT_PERMITTED -> 403;
          case UNKNOWN_CERTIFICATE, MALFORMED_REPLACEMENT -> 400;
          case ALREADY_RECORDED, SECOND_FREE_REPLACEMENT -> 409;
          case HOLDER_UNKNOWN,
              OTHER_HOLDER,
              NOT_LEGACY,
              NEW_IS_LEGACY,
              ROLE_DIFFERS,
              VALIDITY_SHORTENED,
              KEY_HANDLING_WRONG,
              CERTIFICATE_NOT_IN_FORCE,
              TARIFF_ITEM_UNCLEAR ->
              422;
        };
    return new Problem(
            status,
            Problem.nameOf(refused.kind()),
            "The replacement was not recorded",
            String.valueOf(refused.getMessage()),
            refused.field())
        .response();
  }
}
