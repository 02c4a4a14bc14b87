package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller.CaClient;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The CA company's client that makes this request. */
@RequestScoped
public class CurrentClient {
  private @Nullable CaClient client;

  void is(CaClient authenticated) {
    this.client = authenticated;
  }

  public CaClient get() {
    if (client == null) {
      throw new IllegalStateException("a resource without @CaCompanyOnly asked for its client");
    }
    return client;
  }
}
