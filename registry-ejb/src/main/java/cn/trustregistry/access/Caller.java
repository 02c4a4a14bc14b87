package cn.trustregistry.access;

import java.util.Set;

/** An authenticated client. */
public sealed interface Caller {
  String clientId();

  /** Whose it is: the company's code, the centre's, or the person's name. */
  String owner();

  /** A client of a CA company; {@code tenant} is the company's code. */
  record CaClient(String tenant, String clientId, Set<Scope> scopes) implements Caller {
    @Override
    public String owner() {
      return tenant;
    }

    public boolean may(Scope scope) {
      return scopes.contains(scope);
    }
  }

  /** A client of a trading centre; {@code centre} is its GB/T 2260 code. */
  record CentreClient(String centre, String clientId) implements Caller {
    @Override
    public String owner() {
      return centre;
    }
  }

  /** A person who administers the registry. */
  record Administrator(String name, String clientId) implements Caller {
    @Override
    public String owner() {
      return name;
    }
  }
}
