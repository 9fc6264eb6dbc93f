package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.cli.workspace.Fixture;

class HtmlReportTest {
    private static final Pattern FIGURE = Pattern.compile("<figure id=\"([a-z-]+)\">(.*?)</figure>", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String html(String example, String language, String date) {
        Path file = folder.resolve(example + language + date + ".html");
        Fixture.Run run = Fixture.run(
                "report", "../examples/" + example, "--lang", language, "--date", date, "--output", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(5).allSatisfy(line -> assertThat(line)
                .endsWith(language.equals("zh") ? "。" : "."));
        assertThat(run.err()).contains(file.toString());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> figures(String html) {
        Map<String, String> figures = new LinkedHashMap<>();
        Matcher matcher = FIGURE.matcher(html);
        while (matcher.find()) {
            assertThat(figures.put(matcher.group(1), matcher.group(2))).isNull();
        }
        return figures;
    }

    /** The texts of the cells of the table of a figure, line by line. */
    private static List<List<String>> cells(String figure) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : figure.split("<tr>")) {
            List<String> cells = new ArrayList<>();
            Matcher cell = Pattern.compile("<td[^>]*>(.*?)</td>").matcher(line);
            while (cell.find()) {
                cells.add(cell.group(1));
            }
            if (!cells.isEmpty()) {
                lines.add(cells);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({"riverside,en", "riverside,zh", "shandong,en", "shandong,zh"})
    void tables_hold_the_numbers_of_the_data(String example, String language) {
        Map<String, String> figures = figures(html(example, language, "2026-11-25"));
        int compared = 0;
        for (JsonNode section : JsonReportTest.report(example, language).get("sections")) {
            for (JsonNode table : section.get("tables")) {
                String id = table.get("id").asText();
                assertThat(figures).containsKey(id);
                List<List<String>> lines = cells(figures.getOrDefault(id, ""));
                List<String> all = lines.stream()
                        .flatMap(List::stream)
                        .map(c -> c.replace("†", ""))
                        .toList();
                for (JsonNode row : table.get("results")) {
                    for (String text : texts(row)) {
                        assertThat(all).as(id + " " + row.get("item")).contains(text);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(example.equals("riverside") ? 300 : 80);
    }

    /** What a reader must see of a row. */
    private static List<String> texts(JsonNode row) {
        double value = row.get("value").asDouble();
        return switch (row.get("statistic").asText()) {
            case "proportion" ->
                List.of(
                        count(row.at("/inputs/events")),
                        percent(value),
                        percent(row.at("/interval/lower").asDouble()) + "–"
                                + percent(row.at("/interval/upper").asDouble()));
            case "crude-rate" ->
                List.of(count(row.at("/inputs/events")), count(row.at("/inputs/personTime")), rate(value), rates(row));
            case "standardised-rate" -> List.of(rate(value), rates(row));
            case "accidents", "risks" -> List.of(count(row.get("value")));
            case "population" -> List.of(count(row.at("/details/male")), count(row.at("/details/female")));
            case "score" -> List.of(row.get("value").asText());
            default -> List.of();
        };
    }

    private static String rates(JsonNode row) {
        return rate(row.at("/interval/lower").asDouble()) + "–"
                + rate(row.at("/interval/upper").asDouble());
    }

    private static String count(JsonNode n) {
        return String.format(Locale.ROOT, "%,d", n.asLong());
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%,.1f", rate);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void each_figure_has_a_table_and_says_how_it_was_computed(String language) {
        String how = language.equals("en") ? "How this was computed" : "计算过程";
        Map<String, String> figures = figures(html("riverside", language, "2026-11-25"));
        assertThat(figures).hasSize(33);
        figures.forEach((id, figure) -> assertThat(figure)
                .as(id)
                .contains("<figcaption>", "<table>", "<details><summary>" + how + "</summary>"));
        assertThat(figures.values().stream().filter(f -> f.contains("<svg "))).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void page_needs_nothing_from_outside_and_no_script(String language) {
        String page = html("riverside", language, "2026-11-25");
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("<script", "<iframe", "@import", "javascript:")
                .doesNotContainPattern("(src|href|srcset)=\"?(https?:)?//")
                .doesNotContainPattern("url\\([\"']?(?!#|data:)");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
        assertThat(page).contains(language.equals("zh") ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">");
    }

    @Test
    void links_of_the_contents_lead_to_sections() {
        String page = html("riverside", "zh", "2026-11-25");
        Matcher link = Pattern.compile("href=\"#([a-z]+)\"").matcher(page);
        int links = 0;
        while (link.find()) {
            assertThat(page).contains("<section id=\"" + link.group(1) + "\">");
            links++;
        }
        assertThat(links).isEqualTo(16);
    }

    @Test
    void chinese_labels_of_charts_are_whole() {
        String cause = figures(html("riverside", "zh", "2026-11-25")).getOrDefault("injuries-cause", "");
        String chart = cause.substring(0, cause.indexOf("</svg>"));
        assertThat(chart).contains(">跌倒/坠落<", ">非机动车车祸<", ">892<").doesNotContain("WW", "..<");
    }

    @Test
    void long_labels_stand_on_two_lines() {
        String survey = figures(html("riverside", "en", "2026-11-25")).getOrDefault("survey-knowledge", "");
        assertThat(survey).contains(">What do you do when the</tspan>", ">stairs are full of smoke?</tspan>");
    }

    @Test
    void same_data_and_day_give_the_same_bytes() {
        String first = html("riverside", "zh", "2026-11-25");
        String second = html("riverside", "zh", "2026-11-25");
        assertThat(second).isEqualTo(first);
        String nextDay = html("riverside", "zh", "2026-11-26").replace("2026-11-26", "2026-11-25");
        assertThat(withoutDueDates(nextDay)).isEqualTo(withoutDueDates(first));
        assertThat(nextDay).isNotEqualTo(first);
    }

    /** What is overdue grows with the day; nothing else does. */
    private static String withoutDueDates(String page) {
        return page.replaceAll("(?s)<section id=\"procedure\">.*?</section>", "")
                .replaceAll("(?s)<figure id=\"dangers-overdue\">.*?</figure>", "");
    }

    @Test
    void size_stays_moderate() {
        assertThat(html("riverside", "en", "2026-11-25").length()).isLessThan(400_000);
    }

    @Test
    void content_of_files_is_escaped() throws IOException {
        Fixture fixture = Fixture.valid(folder)
                .instead("Testing Street", "\"<b>A & B</b> <script>alert(1)</script>\"")
                .file("out.html", "");
        Path out = folder.resolve("out.html");
        Fixture.Run run =
                Fixture.run("report", fixture.folder().toString(), "--output", out.toString(), "--lang", "en");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(out))
                .contains("&lt;b&gt;A &amp; B&lt;/b&gt; &lt;script&gt;")
                .doesNotContain("<script", "<b>A &");
    }
}
