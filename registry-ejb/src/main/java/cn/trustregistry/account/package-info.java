/**
 * The people who work with the console: their roles, and how they prove who they are.
 *
 * <p>Promise: a password is kept as a slow hash, a one-time code works once, a person who fails too
 * often waits, and what a role may do is said in one table. Refuses: to tell an unknown name from a
 * wrong password, and to show a secret after it was made.
 */
@NullMarked
package cn.trustregistry.account;

import org.jspecify.annotations.NullMarked;
