/**
 * What the HTTPS listener asks of a client's certificate: that the client has its key, and nothing
 * more (RFC 8705 2.2). Whose it is decides the application, by the certificate's SHA-256.
 *
 * <p>A jar of its own on the class path of the server's JVM, put there as an agent because the
 * server's own trust stores would refuse every certificate of a CA they do not know. Refuses: to
 * trust any server.
 */
@NullMarked
package cn.trustregistry.tls;

import org.jspecify.annotations.NullMarked;
