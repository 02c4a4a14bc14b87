/**
 * The REST door for what a CA company keeps here besides its publications: its clients' proofs, its
 * issuers, its prices, its figures; and for what everybody may read of it, prices and notices.
 *
 * <p>Promise: translates, calls one room, renders. Refuses: to show one tenant's data to another.
 */
@NullMarked
package cn.trustregistry.web.tenant;

import org.jspecify.annotations.NullMarked;
