package org.safecommunity.cli.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.Disposition;

/** What the cells of a column of dispositions mean: the usual words, and codes that a user explains as {@code 1=complete}. */
final class DispositionCodes {
    private static final Map<Disposition, List<String>> WORDS = Map.of(
            Disposition.COMPLETE, List.of("complete", "1", "yes", "true", "respondent", "是", "完成", "应答"),
            Disposition.PARTIAL, List.of("partial", "部分完成"),
            Disposition.NONRESPONSE,
                    List.of(
                            "nonresponse",
                            "0",
                            "no",
                            "false",
                            "refusal",
                            "noncontact",
                            "other",
                            "否",
                            "无应答",
                            "拒访",
                            "未接触"),
            Disposition.INELIGIBLE, List.of("ineligible", "不合格", "不属于总体"),
            Disposition.UNKNOWN, List.of("unknown", "不详", "资格不明"));

    private final Map<String, Disposition> known = new HashMap<>();

    /**
     * Obtains the codes.
     *
     * @param given further codes, {@code CODE=KIND}
     * @throws UserError (exit 2) if one cannot be read
     */
    DispositionCodes(List<String> given) {
        WORDS.forEach((kind, words) -> words.forEach(word -> known.put(word, kind)));
        for (String code : given) {
            int equals = code.lastIndexOf('=');
            if (equals < 1) {
                throw UserError.usage("error.disposition-codes", code);
            }
            Disposition kind = DesignOptions.choice("--codes", code.substring(equals + 1), Disposition.values());
            known.put(code.substring(0, equals).toLowerCase(Locale.ROOT), kind);
        }
    }

    /** The disposition of a cell; empty for a text that is none. */
    Optional<Disposition> of(String cell) {
        return Optional.ofNullable(known.get(cell.toLowerCase(Locale.ROOT)));
    }
}
