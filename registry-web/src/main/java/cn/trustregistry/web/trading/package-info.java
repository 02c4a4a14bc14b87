/**
 * The SOAP door for what trading centres tell of their projects, and for the subject register.
 *
 * <p>Promise: translates, calls one room, renders. Refuses: to show a centre another's projects.
 */
@NullMarked
package cn.trustregistry.web.trading;

import org.jspecify.annotations.NullMarked;
