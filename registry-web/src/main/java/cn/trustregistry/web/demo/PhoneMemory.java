package cn.trustregistry.web.demo;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** What one browser's phone remembers. */
@SessionScoped
public class PhoneMemory implements Serializable {
  private static final long serialVersionUID = 1L;

  private String payload = "";
  private String tenant = "";
  private String key = "";
  private String session = "";

  void ask(String asked) {
    forget();
    payload = asked;
  }

  void claim(String by, String with, String claimed) {
    tenant = by;
    key = with;
    session = claimed;
  }

  void forget() {
    payload = "";
    tenant = "";
    key = "";
    session = "";
  }

  boolean isClaimed() {
    return !session.isEmpty();
  }

  String payload() {
    return payload;
  }

  String tenant() {
    return tenant;
  }

  String key() {
    return key;
  }

  String session() {
    return session;
  }
}
