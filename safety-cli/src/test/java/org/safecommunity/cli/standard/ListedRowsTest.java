package org.safecommunity.cli.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.cli.CliRun;

class ListedRowsTest {
    @Test
    void terms_with_meaning_and_provenance() {
        CliRun run = CliRun.of("standard", "list", "terms", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(16).allSatisfy(row -> {
            assertThat(row.get("statistic").asText()).isEqualTo("term");
            assertThat(row.at("/item/id").asText()).startsWith("term/T.");
            assertThat(row.at("/details/definition").asText()).isNotEmpty();
            assertThat(row.at("/details/confirmed").isBoolean()).isTrue();
        });
        assertThat(CliRun.chinese("standard", "list", "terms").out())
                .startsWith("编号 ")
                .contains("持续改进", "含义", "已核实");
    }

    @Test
    void documents_with_number_and_what_replaced_them() {
        CliRun run = CliRun.of("standard", "list", "documents", "--format", "json");
        assertThat(run.json().get("results")).hasSize(12);
        CliRun old = CliRun.of("standard", "show", "document/DB51/T 1795-2014", "--format", "json");
        assertThat(old.result(0).at("/details/replacedBy").asText()).isEqualTo("DOC-SC25");
        assertThat(CliRun.of("standard", "show", "document/STD").out()).contains("AQ/T 9001-2006");
    }

    @Test
    void a_term_by_id_word_or_synonym_in_either_language() {
        for (String word : new String[] {"T.hidden-danger", "hidden-danger", "Hidden danger", "事故隐患", "隐患"}) {
            CliRun run = CliRun.of("standard", "show", "term/" + word, "--format", "json");
            assertThat(run.exitCode()).as(word).isZero();
            assertThat(run.result(0).at("/item/id").asText()).isEqualTo("term/T.hidden-danger");
            assertThat(run.result(0).at("/details/confirmed").asBoolean()).isFalse();
        }
    }

    @Test
    void a_catalogue_and_a_scheme() {
        assertThat(CliRun.of("standard", "show", "catalogue/AQT-50", "--format", "json")
                        .json()
                        .get("results"))
                .hasSize(50);
        CliRun scheme = CliRun.of("standard", "show", "scheme/cn-sichuan", "--format", "json");
        assertThat(scheme.json().get("results").findValuesAsText("statistic")).contains("parameter");
        assertThat(scheme.json().get("results"))
                .allSatisfy(
                        row -> assertThat(row.at("/details/source").asText()).isNotEmpty());
    }

    @Test
    void lists_are_exported_and_compared_with_themselves_without_difference() {
        for (String name : new String[] {"TERMS", "DOCUMENTS"}) {
            CliRun export = CliRun.of("standard", "export", name);
            assertThat(export.json().get("id").asText()).isEqualTo(name);
            assertThat(CliRun.of("standard", "diff", name, name, "--format", "json")
                            .json()
                            .get("results"))
                    .isEmpty();
        }
    }

    @Nested
    class Rejects {
        @Test
        void an_unknown_entry_with_the_nearest() {
            CliRun term = CliRun.of("standard", "show", "term/hazrd");
            assertThat(term.exitCode()).isEqualTo(2);
            assertThat(term.err()).contains("There is no term/hazrd", "Did you mean: hazard");
            assertThat(CliRun.of("standard", "show", "document/DOC-STT").err()).contains("DOC-STD");
            assertThat(CliRun.chinese("standard", "show", "scheme/CN-NATION").err())
                    .contains("没有 scheme/CN-NATION", "CN-NATIONAL");
        }

        @Test
        void an_unknown_list() {
            CliRun run = CliRun.of("standard", "list", "words");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("terms, documents");
        }
    }
}
