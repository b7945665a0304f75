/** Finds what the author of a text probably meant. */
package dev.hatcheck.policies.spelling;
