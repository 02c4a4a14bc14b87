package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes mail by SMTP (RFC 5321), as much of it as a client that behaves needs. */
final class MailBox implements AutoCloseable {
  /** A mail: its recipient and everything after DATA. */
  record Mail(String to, String content) {
    /** The text, which is in base64. */
    String text() {
      String body = content.substring(content.indexOf("\n\n") + 2);
      return new String(Base64.getMimeDecoder().decode(body), UTF_8);
    }
  }

  private final ServerSocket server;
  private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();

  MailBox(int port) throws IOException {
    server = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "mail box");
    thread.setDaemon(true);
    thread.start();
  }

  BlockingQueue<Mail> mails() {
    return mails;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket);
      } catch (IOException closed) {
        // the next one, if there is one
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    OutputStream out = socket.getOutputStream();
    say(out, "220 mail box");
    String to = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT TO:")) {
        to = line.substring(8).replaceAll("[<> ]", "");
      }
      if (line.equals("DATA")) {
        say(out, "354 go on");
        mails.add(new Mail(to, data(in)));
      }
      say(out, line.equals("QUIT") ? "221 bye" : "250 well");
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      content.append(line).append('\n');
    }
    return content.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
