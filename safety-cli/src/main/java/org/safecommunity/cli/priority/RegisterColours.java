package org.safecommunity.cli.priority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.register.RegisterFiles;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.score.Colour;

/**
 * The highest colour of a hazard register by topic, accident type or place.
 *
 * @param colours highest colour by name
 * @param remarks warnings of the reading
 * @param inputs  files read
 */
record RegisterColours(Map<String, Colour> colours, List<Remark> remarks, List<InputProvenance> inputs) {
    static RegisterColours read(String path, String match, CommonOptions options) {
        Function<HazardEntry, String> key =
                switch (match) {
                    case "topic" -> HazardEntry::topic;
                    case "accident-type" ->
                        entry -> Optional.ofNullable(entry.accidentType())
                                .map(HazardEntry.CodedTerm::code)
                                .orElse("");
                    case "place" -> HazardEntry::place;
                    default -> throw UserError.usage("error.choice", "--match", match, "topic, accident-type, place");
                };
        RegisterFiles files = RegisterFiles.read(path, options, Workspace.today(), List.of());
        if (files.hazards() == null) {
            throw UserError.input("error.no-hazards", path);
        }
        Map<String, Colour> colours = new LinkedHashMap<>();
        files.hazards().values().stream()
                .filter(entry -> !key.apply(entry).isBlank())
                .forEach(entry ->
                        colours.merge(key.apply(entry), entry.colour(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return new RegisterColours(
                colours, files.hazards().remarks(), List.of(files.hazards().provenance()));
    }
}
