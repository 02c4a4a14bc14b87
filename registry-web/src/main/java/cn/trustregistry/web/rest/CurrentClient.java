package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The client that makes this request. */
@RequestScoped
public class CurrentClient {
  private @Nullable Caller caller;

  void is(Caller authenticated) {
    this.caller = authenticated;
  }

  /** The CA company's client. */
  public CaClient get() {
    if (caller() instanceof CaClient client) {
      return client;
    }
    throw new IllegalStateException("a resource open to centres asked for a company's client");
  }

  /** A CA company's client or, where the resource is {@link CentresToo}, a trading centre's. */
  public Caller caller() {
    if (caller == null) {
      throw new IllegalStateException("a resource without @CaCompanyOnly asked for its client");
    }
    return caller;
  }
}
