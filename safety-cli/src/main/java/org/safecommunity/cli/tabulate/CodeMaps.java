package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

/**
 * The code maps by name: those of the program ({@code code-maps.csv}), and those of the user, which add to them or take
 * their place. A map is read when it is first asked for.
 */
final class CodeMaps {
    private final Map<String, String> given = new LinkedHashMap<>();
    private final CommonOptions options;
    private final MapTable index = MapTable.bundled("code-maps.csv");

    private CodeMaps(CommonOptions options) {
        this.options = options;
    }

    /**
     * The maps of the program and those given as {@code NAME=FILE}.
     *
     * @throws UserError (exit 2) if a text has another form, a name twice, or the name of an age or date part
     */
    static CodeMaps of(List<String> texts, CommonOptions options) {
        CodeMaps maps = new CodeMaps(options);
        for (String text : texts) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? "" : text.substring(0, equals).strip();
            if (name.isEmpty() || equals == text.length() - 1) {
                throw UserError.usage("error.map-form", text);
            }
            if (DatePart.parse(name).isPresent() || AgePart.parse(name).isPresent()) {
                throw UserError.usage("error.map-reserved", name);
            }
            if (maps.given.put(name, text.substring(equals + 1)) != null) {
                throw UserError.usage("error.map-again", name);
            }
        }
        return maps;
    }

    /** Names of all maps. */
    List<String> names() {
        List<String> names = new ArrayList<>(index.values("name"));
        given.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    /** The map of a name. */
    Optional<Part> find(String name) {
        String path = given.get(name);
        if (path != null) {
            MapTable table = MapTable.of(path, options);
            if (table.findColumn("code").isEmpty() && table.findColumn("from").isEmpty()) {
                throw UserError.input("error.map-columns", table.name());
            }
            return Optional.of(read(name, table, "value"));
        }
        return index.rows().stream()
                .filter(row -> row.cell(index.column("name")).equals(name))
                .map(row ->
                        read(name, MapTable.bundled(row.cell(index.column("file"))), row.cell(index.column("column"))))
                .findFirst();
    }

    private static Part read(String name, MapTable table, String classColumn) {
        return table.findColumn("code").isPresent()
                ? PlainCodes.of(name, table, classColumn)
                : IcdCodes.of(name, table, classColumn);
    }
}
