/**
 * The REST door for what a CA company keeps here besides its publications: its clients' proofs, its
 * issuers, its prices, its figures.
 *
 * <p>Promise: translates, calls one room, renders. Refuses: to show one tenant's data to another.
 */
@NullMarked
package cn.trustregistry.web.tenant;

import org.jspecify.annotations.NullMarked;
