package cn.trustregistry.access;

import java.util.Set;

/** An authenticated client. */
public sealed interface Caller {
  String clientId();

  /** A client of a CA company; {@code tenant} is the company's code. */
  record CaClient(String tenant, String clientId, Set<Scope> scopes) implements Caller {
    public boolean may(Scope scope) {
      return scopes.contains(scope);
    }
  }

  /** A client of a trading centre; {@code centre} is its GB/T 2260 code. */
  record CentreClient(String centre, String clientId) implements Caller {}

  /** A person who administers the registry. */
  record Administrator(String name, String clientId) implements Caller {}
}
