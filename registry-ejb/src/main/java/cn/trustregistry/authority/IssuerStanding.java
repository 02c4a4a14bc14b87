package cn.trustregistry.authority;

import java.time.Instant;

/**
 * An issuer and how far it has come.
 *
 * @param state PROPOSED, ADMITTED or REFUSED
 * @param approvals how many admins approved it; two admit it
 */
public record IssuerStanding(
    Issuer issuer, String state, String proposedBy, Instant proposedAt, int approvals) {}
