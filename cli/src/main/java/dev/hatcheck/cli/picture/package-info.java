/** Tables and their differences as pictures: the groups as a ladder, the addresses as a strip. */
package dev.hatcheck.cli.picture;
