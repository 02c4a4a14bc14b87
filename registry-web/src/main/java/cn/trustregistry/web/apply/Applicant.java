package cn.trustregistry.web.apply;

import cn.trustregistry.application.Pass;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which application this browser may see. */
@Named
@SessionScoped
public class Applicant implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Pass pass;

  /** From now on this one, under a new session id. */
  void take(Pass given) {
    request().changeSessionId();
    pass = given;
  }

  void leave() {
    pass = null;
  }

  Optional<Pass> pass() {
    Pass held = pass;
    return held != null && held.isGoodAt(Clock.now()) ? Optional.of(held) : Optional.empty();
  }

  /** Address of the client, for limits. */
  static String address() {
    return request().getRemoteAddr();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }
}
