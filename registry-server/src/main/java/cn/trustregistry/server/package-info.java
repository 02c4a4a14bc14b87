/**
 * One process tree: the embedded MariaDB (or an external one by URL), Payara Micro and the
 * application, started in that order and stopped in the opposite one.
 *
 * <p>This room starts, watches and stops processes and says in one line why it cannot. It refuses
 * to know anything of certificates, rules or tables: what the application needs it hands over by
 * environment variables and nothing else.
 */
@NullMarked
package cn.trustregistry.server;

import org.jspecify.annotations.NullMarked;
