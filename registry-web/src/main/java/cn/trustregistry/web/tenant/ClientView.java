package cn.trustregistry.web.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client that asks, in JSON.
 *
 * @param tenant the CA company it belongs to
 * @param centre the trading centre it belongs to, if it is not a company's
 */
public record ClientView(
    String clientId,
    @Nullable String tenant,
    @Nullable String centre,
    List<String> scopes,
    List<ProofView> proofs) {}
