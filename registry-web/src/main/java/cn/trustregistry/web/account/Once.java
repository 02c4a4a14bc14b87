package cn.trustregistry.web.account;

import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.function.Supplier;

/** What a page asks for at many places while it is drawn, and need be looked up once a request. */
public final class Once {
  private Once() {}

  /** The value of this name; found by {@code finding} when the request first asks for it. */
  @SuppressWarnings("unchecked") // who writes under a name reads under it as well
  public static <T> T of(String name, Supplier<T> finding) {
    Map<Object, Object> known = FacesContext.getCurrentInstance().getAttributes();
    T value = (T) known.get(name);
    if (value == null) {
      value = finding.get(); // may itself ask for another
      known.put(name, value);
    }
    return value;
  }

  /** To be looked up anew: somebody acts on it. */
  public static void forget(String name) {
    FacesContext.getCurrentInstance().getAttributes().remove(name);
  }
}
