/** What a command is given: options and files, read strictly, with everything that is wrong told at once. */
package dev.hatcheck.cli.input;
