package org.safecommunity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.register.RegisterCatalogue;
import org.safecommunity.model.register.RegisterKind;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.standard.Article;
import org.safecommunity.model.standard.Guidance;
import org.safecommunity.model.standard.Standard;

class TraceTest {
    /** Commands of the contract that are still to come; the trace marks them. */
    private static final Set<String> PLANNED = Set.of();

    @Test
    void every_article_has_documents_checks_and_commands() {
        CliRun run = CliRun.of("standard", "show", "--trace", "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("results")).hasSize(25);
        for (JsonNode row : run.json().get("results")) {
            for (String part : List.of("documents", "checks", "commands", "requirements")) {
                assertThat(row.get("details").get(part).asText())
                        .as(row.toString())
                        .isNotBlank();
            }
        }
    }

    @Test
    void every_command_named_exists_or_is_marked_as_not_built() {
        CliRun run = CliRun.of("standard", "show", "--trace", "--format", "json");
        List<String> existing = new ArrayList<>();
        for (String noun : CommandTree.names("safety")) {
            existing.add(noun);
            CommandTree.names("safety " + noun).forEach(verb -> existing.add(noun + " " + verb));
        }
        for (Article article : Guidance.bundled().articles()) {
            String shown = run.result(article.number() - 1)
                    .get("details")
                    .get("commands")
                    .asText();
            for (String command : article.commands()) {
                assertThat(existing.contains(command) || PLANNED.contains(command))
                        .as(command)
                        .isTrue();
                assertThat(shown.contains(command + " (not built)")).as(command).isEqualTo(!existing.contains(command));
            }
        }
    }

    @Test
    void every_document_named_is_a_register_or_a_document_of_the_workspace() {
        Set<String> others = Set.of(
                "profile",
                "procedure",
                "catalogue",
                "scheme",
                "assessment",
                "region",
                "survey",
                "risks",
                "accidents",
                "injuries",
                "population",
                "hidden-dangers");
        List<String> registers = RegisterCatalogue.bundled().registers().stream()
                .map(RegisterKind::id)
                .toList();
        for (Article article : Guidance.bundled().articles()) {
            assertThat(article.documents())
                    .as("article " + article.number())
                    .allMatch(document -> registers.contains(document) || others.contains(document));
        }
    }

    @Test
    void every_register_says_which_articles_it_answers_and_the_trace_agrees() {
        for (RegisterKind kind : RegisterCatalogue.bundled().registers()) {
            assertThat(Guidance.bundled().articles())
                    .filteredOn(article -> kind.articles().contains(article.number()))
                    .allSatisfy(article ->
                            assertThat(article.documents()).as(kind.id()).contains(kind.id()));
        }
    }

    @Test
    void an_article_names_the_files_of_a_workspace(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("risks.csv"), "id\n");
        Files.writeString(folder.resolve("other.csv"), "id\n");

        CliRun run = CliRun.of("standard", "show", "guidance/19", "--workspace", folder, "--format", "json");

        assertThat(run.json().get("results")).hasSize(1);
        assertThat(run.result(0).get("details").get("files").asText()).isEqualTo("risks.csv");
    }

    @Test
    void the_parts_of_one_article_stand_below_each_other_in_a_table() {
        for (Article article : Guidance.bundled().articles()) {
            CliRun run = CliRun.of("standard", "show", "guidance/" + article.number());
            assertThat(run.out()).doesNotContain("Not shown for want of room");
            assertThat(run.lines())
                    .anyMatch(line -> line.startsWith("commands")
                            && line.contains(article.commands().get(0)))
                    .allMatch(line -> line.length() <= 100);
        }
        assertThat(CliRun.chinese("standard", "show", "guidance/11").out())
                .contains("命令", "assess timeline", "检查", "撤销迹象")
                .doesNotContain("尚未实现");
    }

    @Test
    void shows_crosswalks_and_indicators() {
        CliRun iso = CliRun.of("standard", "show", "--crosswalk", "iso45001", "--format", "json");
        assertThat(iso.json().get("results")).hasSize(12);
        assertThat(iso.result(0).get("value").asText()).isEqualTo("5.1, 5.3, 7.1");
        assertThat(iso.result(0).get("details").get("confirmed").asBoolean()).isFalse();
        assertThat(CliRun.of("standard", "show", "--crosswalk", "who12", "--format", "json")
                        .json()
                        .get("results"))
                .hasSize(12);
        assertThat(CliRun.of("standard", "show", "I14", "--format", "json")
                        .result(0)
                        .get("details")
                        .get("requirements")
                        .asText())
                .isEqualTo("4.3.c, 4.3.d");
    }

    @Test
    void exports_what_reads_back() {
        assertThat(Standard.read(exported("AQT-9001-2006"), "a")).isEqualTo(Standard.aqt9001());
        assertThat(Guidance.read(exported("guidance-2009"), "a")).isEqualTo(Guidance.bundled());
        assertThat(Catalogue.read(exported("AQT-50"), "a"))
                .isEqualTo(Catalogue.bundled("AQT-50").orElseThrow());
        assertThat(Scheme.read(exported("CN-NATIONAL"), "a"))
                .isEqualTo(Scheme.bundled("CN-NATIONAL").orElseThrow());
    }

    private static ByteArrayInputStream exported(String name) {
        return new ByteArrayInputStream(
                CliRun.of("standard", "export", name).out().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tells_what_two_schemes_differ_in() {
        CliRun run = CliRun.of("standard", "diff", "CN-NATIONAL", "CN-CITY-45", "--format", "json");

        List<String> paths = new ArrayList<>();
        run.json()
                .get("results")
                .forEach(row -> paths.add(row.get("item").get("path").asText()));
        assertThat(paths)
                .contains("scoring.pass", "parameters[validity-years].value")
                .doesNotContain("catalogue");
        assertThat(CliRun.of("standard", "diff", "AQT-50", "aqt-50", "--format", "json")
                        .json()
                        .get("results"))
                .isEmpty();
    }

    @Test
    void lists_catalogues_and_schemes() {
        assertThat(CliRun.of("standard", "list", "catalogues", "--format", "json")
                        .json()
                        .get("results"))
                .hasSize(8);
        assertThat(CliRun.of("standard", "list", "schemes", "--format", "json")
                        .json()
                        .get("results"))
                .hasSize(4);
    }

    @Nested
    class Rejects {
        @Test
        void names_that_are_nothing() {
            assertThat(CliRun.of("standard", "export", "AQT50").err()).contains("AQT-50");
            assertThat(CliRun.of("standard", "list", "x").exitCode()).isEqualTo(2);
            assertThat(CliRun.of("standard", "show", "--crosswalk", "x").exitCode())
                    .isEqualTo(2);
            assertThat(CliRun.of("standard", "show").exitCode()).isEqualTo(2);
            assertThat(CliRun.of("standard", "show", "guidance/26").exitCode()).isEqualTo(2);
        }
    }
}
