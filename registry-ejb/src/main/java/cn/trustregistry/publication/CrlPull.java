package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.outbound.AllowedHosts;
import cn.trustregistry.outbound.Outbound;
import cn.trustregistry.outbound.OutboundRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;

/** Pulls CRLs from their distribution points and publishes them as the company itself would. */
@ApplicationScoped
public class CrlPull {
  /** In octets. */
  private static final int LIMIT = 64 << 20;

  @Inject CrlSources sources;
  @Inject AllowedHosts hosts;
  @Inject Outbound outbound;
  @Inject Crls crls;

  /** Pulls what is due; to be called regularly. */
  public void pull(Instant at) {
    for (CrlSource source : sources.due(at)) {
      pull(source, at);
    }
  }

  private void pull(CrlSource source, Instant at) {
    try {
      byte[] crl = outbound.get(hosts.require(source.tenant(), source.url()), LIMIT);
      CaClient puller =
          new CaClient(source.tenant(), source.registeredBy(), EnumSet.allOf(Scope.class));
      StoredCrl stored = crls.publish(puller, crl, at);
      sources.pulled(source, "taken " + stored.sha256(), false, at);
    } catch (OutboundRefused refused) {
      sources.pulled(source, refused.reason() + ": " + refused.getMessage(), true, at);
    } catch (PublicationRefused refused) {
      sources.pulled(source, refused.kind() + ": " + refused.getMessage(), true, at);
    }
  }
}
