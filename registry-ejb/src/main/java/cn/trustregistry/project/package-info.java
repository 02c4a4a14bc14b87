/**
 * Projects (交易项目) as trading centres report them: when they were listed, sealed, opened, ended.
 *
 * <p>Promise: every version of the facts is kept, so that it can be told later what was known when;
 * facts go forward, and a correction says why. Refuses: to let a centre touch another's projects.
 */
@NullMarked
package cn.trustregistry.project;

import org.jspecify.annotations.NullMarked;
