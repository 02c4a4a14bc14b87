package cn.trustregistry.web.account;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer 404: for what is not there, and for what belongs to somebody else. */
public final class Missing {
  private Missing() {}

  /** Answers so in place of the page. */
  public static void answer(String what) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, what);
    faces.responseComplete();
  }
}
