/** What is measured: each study is a question, and answers with tables. */
package dev.hatcheck.bench.study;
