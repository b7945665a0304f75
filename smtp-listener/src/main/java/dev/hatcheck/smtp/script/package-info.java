/** What a listener does otherwise than the appliance, where a test tells it to. */
package dev.hatcheck.smtp.script;
