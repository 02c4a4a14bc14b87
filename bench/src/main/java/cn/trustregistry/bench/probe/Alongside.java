package cn.trustregistry.bench.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Payara Micro as the registry's launcher starts it, with one application more. Given to the
 * server's JVM as its main class, before the words {@code -jar payara-micro.jar ...}.
 */
public final class Alongside {
  private Alongside() {}

  /**
   * @param args the application's archive, {@code -jar}, Payara's jar, and Payara's arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    List<String> words = new ArrayList<>(Arrays.asList(args).subList(3, args.length));
    words.add("--deploy");
    words.add(args[0]);
    Class.forName("fish.payara.micro.PayaraMicro")
        .getMethod("main", String[].class)
        .invoke(null, (Object) words.toArray(String[]::new));
  }
}
