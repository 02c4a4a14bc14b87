package cn.trustregistry.web.tenant;

import java.util.List;

/** The client that asks, in JSON. */
public record ClientView(
    String clientId, String tenant, List<String> scopes, List<ProofView> proofs) {}
