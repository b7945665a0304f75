/** The texts that configure the appliance, read into values and written from them. */
package dev.hatcheck.policies.text;
