package org.safecommunity.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;

class MessagesTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Map<String, String> ENGLISH = read("messages_en.properties");
    private static final Map<String, String> CHINESE = read("messages_zh.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_keys_in_the_same_order() {
        assertThat(keys("messages_zh.properties")).isEqualTo(keys("messages_en.properties"));
        assertThat(keys("messages_en.properties")).doesNotHaveDuplicates();
    }

    @Test
    void both_languages_have_the_same_placeholders() {
        ENGLISH.forEach((key, text) ->
                assertThat(placeholders(CHINESE.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(text)));
    }

    @Test
    void texts_are_in_their_language() {
        ENGLISH.forEach(
                (key, text) -> assertThat(hasHan(text)).as("%s=%s", key, text).isFalse());
        CHINESE.forEach(
                (key, text) -> assertThat(hasHan(text)).as("%s=%s", key, text).isTrue());
    }

    @Test
    void every_status_has_a_text() {
        for (Status status : Status.values()) {
            assertThat(ENGLISH).containsKey("status." + status.label());
            assertThat(status.message(Locale.ENGLISH)).isEqualTo(ENGLISH.get("status." + status.label()));
            assertThat(status.message(Locale.CHINESE)).isEqualTo(CHINESE.get("status." + status.label()));
        }
    }

    @Test
    void every_key_that_the_code_names_has_a_text() {
        Set<String> named = new TreeSet<>(found("\"((?:step|assumptions|status)\\.[a-z0-9.-]*[a-z0-9])\""));
        found("Note\\.of\\(\\s*\"([a-z0-9-]+)\"").forEach(code -> named.add("note." + code));
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named).allSatisfy(key -> assertThat(ENGLISH.keySet())
                .anyMatch(there -> key.endsWith("-")
                        ? there.startsWith(key) // the code ends in a label
                        : there.equals(key)));
    }

    @Test
    void locale_chooses_the_language() {
        assertThat(Messages.text(Locale.CHINA, "step.crude-rate")).isEqualTo("粗率");
        assertThat(Messages.text(Locale.forLanguageTag("zh-Hant-TW"), "step.crude-rate"))
                .isEqualTo("粗率");
        assertThat(Messages.text(Locale.UK, "step.crude-rate")).isEqualTo("Crude rate");
        assertThat(Messages.text(Locale.GERMAN, "step.crude-rate")).isEqualTo("Crude rate");
        assertThat(Messages.text(Locale.ROOT, "step.crude-rate")).isEqualTo("Crude rate");
    }

    @Test
    void arguments_go_in_as_they_are() {
        assertThat(Messages.text(Locale.ENGLISH, "step.stratum", "$1 {0} \\ 85+"))
                .isEqualTo("Stratum $1 {0} \\ 85+");
        assertThat(Note.of("no-person-time", "{1}", "ESP_2013").message(Locale.ENGLISH))
                .startsWith("No person-time for stratum {1} of the standard population ESP_2013:");
    }

    @Test
    void an_unknown_key_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> Messages.text(Locale.ENGLISH, "step.none"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("step.none");
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** First group of every match in the sources of this module. */
    private static List<String> found(String regex) {
        Pattern pattern = Pattern.compile(regex);
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys(String file) {
        return lines(file).map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static Map<String, String> read(String file) {
        Map<String, String> texts = new TreeMap<>();
        lines(file).forEach(line -> {
            int sign = line.indexOf('=');
            texts.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return texts;
    }

    private static Stream<String> lines(String file) {
        Path path = MAIN.resolve(Path.of("resources", "org", "safecommunity", "metrics", file));
        return text(path).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
