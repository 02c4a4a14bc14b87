package cn.trustregistry.demo;

import cn.trustregistry.access.IssuedSecret;
import java.util.List;

/** The sheet that is shown once. */
final class DemoCredentials {
  private DemoCredentials() {}

  static String text(List<IssuedSecret> secrets) {
    StringBuilder text = new StringBuilder();
    text.append("演示账号（仅显示一次，请保存） / demo credentials, shown only once\n");
    for (IssuedSecret secret : secrets) {
      text.append("  ").append(secret.clientId()).append("  ").append(secret.secret()).append('\n');
    }
    return text.toString();
  }
}
