/** The servers that Hatcheck is measured beside, each as a program that says where it listens. */
package dev.hatcheck.bench.peer;
