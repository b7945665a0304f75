/**
 * What an administrator configures: the Host Access Table, the Recipient Access Table and a listener's settings, as
 * values.
 */
package dev.hatcheck.policies;
