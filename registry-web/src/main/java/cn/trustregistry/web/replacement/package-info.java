/**
 * The REST door to the replacement ledger and to endangered projects, for CA companies.
 *
 * <p>Promise: translates, calls one room, renders. Refuses: to show an entry to a third company.
 */
@NullMarked
package cn.trustregistry.web.replacement;

import org.jspecify.annotations.NullMarked;
