package org.safecommunity.cli.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.model.procedure.ProcedureState;
import org.safecommunity.model.programme.CommunityType;

/** How many communities of a type and stage a region wants: a file with the columns type, stage and count. */
final class Targets {
    /** Stage of a target that counts every stage; an empty cell means the same. */
    static final String ALL = "all";

    private final Map<Key, Long> counts = new LinkedHashMap<>();
    private final @Nullable RowPass pass;

    /**
     * What a target is about.
     *
     * @param type  type of community
     * @param stage stage, or {@link #ALL}
     */
    record Key(CommunityType type, String stage) {}

    private Targets() {
        pass = null;
    }

    private Targets(String file, CommonOptions common) {
        pass = RowPass.read(file, List.of(), common, this::start);
    }

    /** No targets. */
    static Targets none() {
        return new Targets();
    }

    /** Reads a file; a row that cannot be used is a warning. */
    static Targets read(String file, CommonOptions common) {
        return new Targets(file, common);
    }

    private RowPass.Sink start(TableReader table) {
        int type = table.column("type");
        int stage = table.column("stage");
        int count = table.column("count");
        return row -> {
            Optional<CommunityType> known = type(row.cell(type));
            OptionalLong number = Cells.whole(row.cell(count));
            if (known.isEmpty()) {
                CellRefusal.refuse("not-a-community-type", table, row, type, types());
                return;
            }
            if (number.isEmpty() || number.getAsLong() < 0) {
                CellRefusal.refuse("not-a-count", table, row, count);
                return;
            }
            String wanted = row.cell(stage).strip().toLowerCase(Locale.ROOT);
            if (!wanted.isEmpty() && !stages().contains(wanted)) {
                String near = Nearest.of(wanted, stages());
                CellRefusal.refuse(
                        "not-a-stage", table, row, stage, near.isEmpty() ? String.join(", ", stages()) : near);
                return;
            }
            Key key = new Key(known.get(), wanted.isEmpty() ? ALL : wanted);
            if (counts.putIfAbsent(key, number.getAsLong()) != null) {
                CellRefusal.refuse("target-twice", table, row, stage);
            }
        };
    }

    private static Optional<CommunityType> type(String cell) {
        String wanted = cell.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(CommunityType.values())
                .filter(type -> type.label().equals(wanted))
                .findFirst();
    }

    private static List<String> stages() {
        List<String> stages = new ArrayList<>(List.of(ALL, Member.UNKNOWN));
        Arrays.stream(ProcedureState.values()).map(ProcedureState::label).forEach(stages::add);
        return stages;
    }

    private static String types() {
        return Arrays.stream(CommunityType.values()).map(CommunityType::label).collect(Collectors.joining(", "));
    }

    /** The targets in the order of the file. */
    Map<Key, Long> counts() {
        return counts;
    }

    /** The reading of the file; empty where there was none. */
    Optional<RowPass> pass() {
        return Optional.ofNullable(pass);
    }
}
