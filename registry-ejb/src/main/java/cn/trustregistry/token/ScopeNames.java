package cn.trustregistry.token;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.token.TokenRefused.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scopes as RFC 6749 3.3 writes them: lower-case names between spaces. */
final class ScopeNames {
  /** The one scope of a trading centre's clients: to ask for verdicts. */
  static final String VALIDATE = "validate";

  private ScopeNames() {}

  static String write(Set<Scope> scopes) {
    return new TreeSet<>(scopes)
        .stream().map(s -> s.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
  }

  /** The known scopes in a text of another issuer; what is unknown here means nothing here. */
  static Set<Scope> known(@Nullable String text) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String name : words(text)) {
      Arrays.stream(Scope.values())
          .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name))
          .forEach(scopes::add);
    }
    return scopes;
  }

  /** The scopes a client asks for: all it has if it asks for none, never more than it has. */
  static Set<Scope> asked(@Nullable String text, Set<Scope> has) throws TokenRefused {
    String[] words = words(text);
    if (words.length == 0) {
      return has;
    }
    Set<Scope> asked = known(text);
    if (asked.size() < Set.copyOf(Arrays.asList(words)).size() || !has.containsAll(asked)) {
      throw new TokenRefused(Reason.SCOPE, "This client may have: " + write(has) + ".");
    }
    return asked;
  }

  /** What the token of this caller says when it asks for this. */
  static String granted(@Nullable String asked, Caller caller) throws TokenRefused {
    if (caller instanceof CaClient client) {
      return write(asked(asked, client.scopes()));
    }
    if (Arrays.stream(words(asked)).allMatch(VALIDATE::equals)) {
      return VALIDATE;
    }
    throw new TokenRefused(Reason.SCOPE, "This client may have: " + VALIDATE + ".");
  }

  /** Whether a scope text lets a trading centre ask. */
  static boolean mayValidate(@Nullable String text) {
    return Arrays.asList(words(text)).contains(VALIDATE);
  }

  private static String[] words(@Nullable String text) {
    return text == null || text.isBlank() ? new String[0] : text.strip().split(" +");
  }
}
