package org.safecommunity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyCliTest {
    private static final String FAULT =
            "safety: a fault in the program (IllegalStateException). " + "Run again with --stacktrace and report it.\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Every command, and the program itself. */
    static Stream<String> commands() {
        List<String> commands = new ArrayList<>(List.of(""));
        for (int i = 0; i < commands.size(); i++) {
            String parent = commands.get(i);
            CommandTree.names(("safety " + parent).strip())
                    .forEach(name -> commands.add((parent + " " + name).strip()));
        }
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_lists_exit_codes_and_an_example_in_both_languages(String command) {
        CliRun english = help(command, "en");
        CliRun chinese = help(command, "zh");
        assertThat(english.exitCode()).isZero();
        assertThat(english.err()).isEmpty();
        assertThat(english.out())
                .startsWith("Usage: safety")
                .containsPattern(
                        "Exit codes:\\R +0 +done\\R +1 +done, and .*\\R(.*\\R)? +2 +wrong usage\\R +3 .*\\R +70 ")
                .contains("Example:  safety ");
        assertThat(chinese.exitCode()).isZero();
        assertThat(chinese.out())
                .startsWith("用法：")
                .containsPattern("退出码：\\R +0 +完成\\R +1 +完成.*\\R(.*\\R)? +2 +用法有误\\R +3 .*\\R +70 ")
                .contains("示例：  safety ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_option_has_a_text_in_both_languages(String command) {
        for (String language : List.of("en", "zh")) {
            List<String> bare = help(command, language)
                    .out()
                    .lines()
                    .filter(line -> line.matches(" +(-h, )?--[a-z-]+(=\\S+)?\\s*"))
                    .toList();
            String text = help(command, language).out();
            for (String line : bare) {
                // a long option has its text on the next line
                String next = text.substring(text.indexOf(line) + line.length()).stripLeading();
                assertThat(next).as(line).doesNotStartWith("-");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_example_of_the_help_runs(String command) {
        String key = ("safety " + command).strip().replace(' ', '.') + ".usage.footer";
        String english = ResourceBundle.getBundle("org.safecommunity.cli.help", Locale.ENGLISH)
                .getString(key);
        String chinese = ResourceBundle.getBundle("org.safecommunity.cli.help", Locale.CHINESE)
                .getString(key);
        String example = example(english, "Example:");
        assertThat(example(chinese, "示例：")).isEqualTo(example);
        assertThat(example).startsWith(command);
        String piped = "";
        // what writes a folder or a store writes one of the test's own in place of the example's
        Path store = folder.resolve("records.db");
        if (example.matches("store (query|export|verify).*")) {
            CliRun.of("store", "import", store, "../examples/region/willow");
        }
        for (String part : example.split(" \\| safety ")) {
            CliRun run = CliRun.reading(
                    piped,
                    arguments(part.replace(
                                    "my-street", folder.resolve("my-street").toString())
                            .replace("records.db", store.toString())));
            assertThat(run.exitCode()).as(part + "\n" + run.err()).isIn(0, 1);
            assertThat(run.out()).isNotEmpty();
            piped = run.out();
        }
    }

    /** The first example of a footer, without the name of the program. */
    private static String example(String footer, String label) {
        assertThat(footer).startsWith(label + "  safety ");
        return footer.substring(label.length() + 9).split("%n")[0];
    }

    /** Arguments of an example, with its files found or written where the test may write. */
    private Object[] arguments(String example) {
        List<Object> arguments = new ArrayList<>();
        for (String word : example.split(" > ")[0].split(" +")) {
            Path inRiverside = Path.of("..", "examples", "riverside", word);
            if (!arguments.isEmpty() && arguments.get(arguments.size() - 1).equals("--output")) {
                arguments.add(folder.resolve(word));
            } else if (word.startsWith("examples/")) {
                arguments.add(Path.of("..", word));
            } else {
                arguments.add(word.endsWith(".csv") && Files.exists(inRiverside) ? inRiverside : word);
            }
        }
        if (example.startsWith("report") && !arguments.contains("--output")) {
            arguments.addAll(List.of("--output", folder.resolve("report.html")));
        }
        return arguments.toArray();
    }

    @Test
    void without_a_command_the_help_goes_to_standard_error() {
        CliRun run = CliRun.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: safety").contains("safety: a command must follow safety\n");
    }

    @Test
    void version_is_printed() {
        CliRun run = CliRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("safety 0.1.0\n");
    }

    @Test
    void language_follows_the_machine_unless_given() {
        Object[] command = {"rates", "crude", "--events", "30", "--person-time", "1000"};
        assertThat(CliRun.of(command).out()).contains("crude rate");
        assertThat(CliRun.chinese(command).out()).contains("粗率", "每 100000 人年");
        assertThat(CliRun.chinese(with(command, "--lang", "en")).out()).contains("crude rate");
        assertThat(CliRun.of(with(command, "--lang=zh")).out()).contains("粗率");
    }

    @Test
    void names_of_the_data_never_change_with_the_language() {
        Object[] command = {"rates", "crude", "--events", "30", "--person-time", "1000", "--format", "csv"};
        assertThat(CliRun.chinese(command).out()).isEqualTo(CliRun.of(command).out());
    }

    @Test
    void both_bundles_have_the_same_keys() {
        for (String bundle : List.of("org.safecommunity.cli.messages", "org.safecommunity.cli.help")) {
            assertThat(ResourceBundle.getBundle(bundle, Locale.CHINESE).keySet())
                    .as(bundle)
                    .isEqualTo(ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_en", "messages_zh", "help_en", "help_zh"})
    void no_key_stands_twice_in_a_bundle(String bundle) throws IOException {
        Set<String> keys = new HashSet<>();
        try (InputStream in = SafetyCli.class.getResourceAsStream(bundle + ".properties")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()
                            .filter(line -> line.matches("[A-Za-z0-9._-]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .filter(key -> !keys.add(key)))
                    .isEmpty();
        }
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                rates crude a.csv --evnts x                 | there is no option --evnts                  | Did you mean --events?            | safety rates crude
                rates crude --events 5 --person 3           | there is no option --person                 | Did you mean --per, --person-time? | safety rates crude
                rates crude --events 5 --person-tim=3       | there is no option --person-tim=3           | Did you mean --person-time?       | safety rates crude
                rates crud --events 5                       | there is no command crud                    | Did you mean crude?               | safety rates
                ratse crude                                 | there is no command ratse                   | Did you mean rates?               | safety
                xyzzy                                       | there is no command xyzzy                   | Known: report, check,             | safety
                rates                                       | a command must follow safety rates          | Known: crude, proportion,         | safety rates
                rates crude a b --events 1                  | b is one argument too many                  |                                   | safety rates crude
                rates crude --events 1 --events 2           | --events was given twice                    |                                   | safety rates crude
                rates crude --events                        | --events needs a value                      |                                   | safety rates crude
                rates crude --level x                       | --level must be a number, was x             |                                   | safety rates crude
                rates crude --strict=maybe                  | --strict takes no value                     |                                   | safety rates crude
                rates crude --format xml                    | --format must be one of table, json, csv, markdown, was xml | | safety rates crude
                check                                       | PATH must be given                          |                                   | safety check
                """)
        void wrong_usage_with_a_hint(String command, String message, String hint, String help) {
            CliRun run = CliRun.of((Object[]) command.split(" +"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("safety: " + message + "\n").endsWith("  Try: " + help + " --help\n");
            if (hint != null) {
                assertThat(run.err()).contains("\n  " + hint);
            }
        }

        @Test
        void an_unknown_charset() {
            CliRun run = CliRun.of("check", "x.csv", "--charset", "nope");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--charset must be a charset this Java knows", "was nope");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                rates crude --level 1.5 --events 1 --person-time 2        | --level must be between 0 and 1, was 1.5
                rates crude --level NaN --events 1 --person-time 2        | --level must be between 0 and 1, was NaN
                rates crude --side left --events 1 --person-time 2        | --side must be one of both, lower, upper, was left
                rates crude --interval exact --events 1 --person-time 2   | --interval must be one of garwood, byar, mid-p, score, wald, log-wald, jeffreys, all, was exact
                rates crude --lang fr --events 1 --person-time 2          | --lang must be en or zh, was fr
                rates crude --events -5 --person-time 3                   | --events must be a whole number of 0 or more, was -5
                rates crude --events 1.5 --person-time 3                  | --events must be a whole number of 0 or more, was 1.5
                rates crude --events 5 --person-time 1e400                | --person-time must be a finite number of 0 or more, was 1e400
                rates crude --events 5 --person-time 0                    | 5 events but no person-time
                rates crude --events 5                                    | --person-time must be given
                rates crude --events 1 --person-time 2 --per 0            | --per must be a number greater than 0, was 0
                rates proportion --events 5 --trials 4                    | --events must not exceed --trials, was 5 of 4
                rates standardise x.csv --events a                        | either --standard or --standard-weight must be given
                risk score --l 3                                          | --method must be given
                risk score --method xyz                                   | --method must be one of LEC
                risk score --method lec --l a --e 6 --c 15                | --l must be a number, was a
                risk score --method lec --scheme LS-FIVE                  | scheme LS-FIVE belongs to method ls, not lec
                risk score --method lec --l 3 --e 6                       | --c must be given
                risk score --method lec --l 4 --e 6 --c 15                | --l must be one of 10, 6, 3, 1, 0.5, 0.2, 0.1, was 4
                risk score --method lec --l 3 --e 6 --c 15 --s 2          | --s is no factor of the scheme LEC
                risk score --method lec --policy x                        | --policy must be one of lower-inclusive, upper-inclusive, both-inclusive, was x
                standard show 9.9                                         | the standard has no element or requirement 9.9
                completion fish                                           | SHELL must be one of bash, zsh, was fish
                """)
        void a_wrong_value_with_a_hint(String command, String message) {
            CliRun run = CliRun.of((Object[]) command.split(" +"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("safety: ").contains(message);
            assertThat(run.err().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("  "));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rates crude --evnts 5",
                    "ratse",
                    "rates",
                    "rates crude --level x",
                    "check",
                    "rates crude --events 1"
                })
        void wrong_usage_in_chinese(String command) {
            CliRun run = CliRun.chinese((Object[]) command.split(" +"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().lines().toList()).first().asString().matches("safety：.*[一-龥].*");
            assertThat(run.err()).doesNotContain("Unknown", "Missing", "must be");
        }
    }

    @Test
    void a_fault_is_exit_70_without_a_stack_trace() {
        CliRun run = faulty("rates", "crude", "--events", "5", "--person-time", "10");
        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err()).isEqualTo(FAULT);
    }

    @Test
    void a_fault_shows_its_stack_trace_when_asked() {
        CliRun run = faulty("rates", "crude", "--events", "5", "--person-time", "10", "--stacktrace");
        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err()).startsWith(FAULT).contains("java.lang.IllegalStateException: broken", "\tat ");
    }

    /** Runs the program with a standard output that throws. */
    private static CliRun faulty(String... arguments) {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("broken");
            }
        };
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            return new CliRun(SafetyCli.run(out, new PrintWriter(err), arguments), "", err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static CliRun help(String command, String language) {
        return CliRun.of(
                (Object[]) (command + " --help --lang " + language).strip().split(" +"));
    }

    private static Object[] with(Object[] command, Object... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray();
    }
}
