package org.safecommunity.cli.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.DocumentTree;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What two catalogues, schemes, standards or versions of them differ in: one row a value. */
@Command(name = "diff")
public final class DiffCommand implements Callable<Integer> {
    private static final List<String> KEYS = List.of("id", "number", "element", "key");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "2", paramLabel = "NAME|FILE", descriptionKey = "diff-names")
    @SuppressWarnings("NullAway.Init")
    List<String> names;

    @Override
    public Integer call() {
        Map<String, String> before = values(names.get(0));
        Map<String, String> after = values(names.get(1));
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<ResultRow> rows = new ArrayList<>();
        for (String path : paths) {
            String from = before.get(path);
            String to = after.get(path);
            if (from == null || !from.equals(to)) {
                rows.add(row(path, from, to));
            }
        }
        Printer.print(new Envelope("standard diff", rows, List.of(), List.of(), Map.of()), common, spec, Format.TABLE);
        return ExitCode.OK;
    }

    private static ResultRow row(String path, @Nullable String from, @Nullable String to) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", from);
        details.put("to", to);
        String change = from == null ? "added" : to == null ? "removed" : "changed";
        return ResultRow.plain(ResultRow.item("path", path), "difference", change, details);
    }

    private static Map<String, String> values(String nameOrFile) {
        JsonNode json = UserData.isFile(nameOrFile)
                ? DocumentTree.read(InputFile.open(nameOrFile, null))
                : new ObjectMapper().valueToTree(NamedParts.value(nameOrFile));
        Map<String, String> values = new TreeMap<>();
        collect(json, "", values);
        return values;
    }

    private static void collect(JsonNode json, String path, Map<String, String> values) {
        if (json.isObject()) {
            json.properties()
                    .forEach(entry -> collect(
                            entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), values));
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(json.get(i), path + "[" + name(json.get(i), i) + "]", values);
            }
        } else if (!json.isNull()) {
            values.put(
                    path,
                    json.isNumber() ? json.decimalValue().stripTrailingZeros().toPlainString() : json.asText());
        }
    }

    /** Entries are matched by what names them, else by their place. */
    private static String name(JsonNode entry, int index) {
        return KEYS.stream()
                .filter(entry::has)
                .map(key -> entry.get(key).asText())
                .findFirst()
                .orElse(Integer.toString(index));
    }
}
