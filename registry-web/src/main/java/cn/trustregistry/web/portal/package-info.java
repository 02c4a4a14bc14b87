/**
 * The public pages: who is recognised, what it costs, and how fresh the evidence is.
 *
 * <p>Promise: readable without a log-in, Chinese first. Refuses: to show anything of a holder.
 */
@NullMarked
package cn.trustregistry.web.portal;

import org.jspecify.annotations.NullMarked;
