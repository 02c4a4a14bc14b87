package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.publication.PublicationRefused.Kind;

/** Holds clients to their scopes. */
final class Permission {
  private Permission() {}

  static void require(CaClient client, Scope scope) {
    if (!client.may(scope)) {
      throw new PublicationRefused(
          Kind.NOT_PERMITTED, null, "This client lacks the scope " + scope + ".");
    }
  }
}
