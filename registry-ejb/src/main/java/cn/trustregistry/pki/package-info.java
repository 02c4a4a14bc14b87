/**
 * The engine: decides whether a certificate is good, from values it is handed.
 *
 * <p>Promise: same question, same material, same answer, with every reason and its evidence.
 * Refuses: the clock, the network, the database, and any type of Jakarta EE.
 */
@NullMarked
package cn.trustregistry.pki;

import org.jspecify.annotations.NullMarked;
