package org.safecommunity.model.procedure;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.model.LocalText;

/**
 * A state of the certification procedure and the states that may follow it.
 *
 * <p>The order is this project's reading (sheet S4.3, derived): no official text of it was found. A community that
 * failed works on and may apply again, at once or after more work, because no document read asks for a new run-in; one
 * that fails its re-assessment may lose its name. One that is revoked or has expired starts a new procedure. A
 * re-assessment goes through the steps from the application on, or is recorded by its outcome alone.
 */
public enum ProcedureState {
    /** Work has started. */
    STARTED("started", "启动建设"),
    /** The start is filed with the authority. */
    FILED("filed", "备案"),
    /** Working by the standard, before an application. */
    OPERATING("operating", "建设运行"),
    /** Application handed in. */
    APPLIED("applied", "申请"),
    /** Recommended by the local authority. */
    RECOMMENDED("recommended", "推荐"),
    /** Documents under review. */
    DOC_REVIEW("document review", "资料审核"),
    /** Additions to the documents asked for. */
    SUPPLEMENT("additions asked for", "补充资料"),
    /** Assessment on site. */
    ON_SITE("assessment on site", "现场评定"),
    /** Passed. */
    PASSED("passed", "评定合格"),
    /** To be put right before it passes. */
    RECTIFY("to be put right", "限期整改"),
    /** Not passed. */
    FAILED("not passed", "评定不合格"),
    /** Named as a safe community. */
    NAMED("named", "命名"),
    /** Annual report handed in. */
    ANNUAL_REPORT("annual report", "年度报告"),
    /** Spot check held. */
    SPOT_CHECK("spot check", "抽查"),
    /** Re-assessment is due. */
    REASSESSMENT_DUE("re-assessment due", "待复评"),
    /** Named again. */
    RENAMED("named again", "再次命名"),
    /** Name revoked. */
    REVOKED("revoked", "撤销命名"),
    /** Name expired. */
    EXPIRED("expired", "命名到期");

    /** States that a record may leave out between two others; the rest branch off or repeat. */
    private static final Set<ProcedureState> MAIN_LINE =
            EnumSet.of(STARTED, FILED, OPERATING, APPLIED, RECOMMENDED, DOC_REVIEW, ON_SITE, PASSED, REASSESSMENT_DUE);

    private final LocalText title;

    ProcedureState(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** The states that may follow, in their order. */
    public Set<ProcedureState> next() {
        return switch (this) {
            case STARTED -> EnumSet.of(FILED);
            case FILED -> EnumSet.of(OPERATING);
            case OPERATING -> EnumSet.of(APPLIED);
            case APPLIED -> EnumSet.of(RECOMMENDED);
            case RECOMMENDED -> EnumSet.of(DOC_REVIEW);
            case DOC_REVIEW -> EnumSet.of(SUPPLEMENT, ON_SITE);
            case SUPPLEMENT -> EnumSet.of(DOC_REVIEW, ON_SITE);
            case ON_SITE -> EnumSet.of(PASSED, RECTIFY, FAILED);
            case RECTIFY -> EnumSet.of(ON_SITE, PASSED, FAILED);
            case PASSED -> EnumSet.of(NAMED, RENAMED);
            case FAILED -> EnumSet.of(OPERATING, APPLIED, REVOKED, EXPIRED);
            case NAMED, RENAMED, ANNUAL_REPORT, SPOT_CHECK ->
                EnumSet.of(ANNUAL_REPORT, SPOT_CHECK, REASSESSMENT_DUE, REVOKED, EXPIRED);
            case REASSESSMENT_DUE -> EnumSet.of(APPLIED, ON_SITE, RENAMED, REVOKED, EXPIRED);
            case REVOKED, EXPIRED -> EnumSet.of(STARTED);
        };
    }

    /** Whether time or work alone brings the state about, so that a record need not name it. */
    public boolean isPassive() {
        return this == OPERATING || this == REASSESSMENT_DUE;
    }

    /** Whether the state belongs to the time after naming: it may recur while the name is held. */
    public boolean isAfterCare() {
        return this == ANNUAL_REPORT || this == SPOT_CHECK;
    }

    /** Whether the state ends a name that was held. */
    public boolean isEnd() {
        return this == REVOKED || this == EXPIRED;
    }

    /**
     * Moves to a following state.
     *
     * @param target the state to reach, not null
     * @return the target
     * @throws NullPointerException     if target is null
     * @throws IllegalArgumentException if the target may not follow; the message names what may
     */
    public ProcedureState to(ProcedureState target) {
        requireNonNull(target, "target");
        if (next().contains(target)) {
            return target;
        }
        String allowed = next().stream().map(ProcedureState::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "state after " + label() + " must be one of " + allowed + ", was " + target.label());
    }

    /**
     * The states that a record leaves out when it goes on to a later state: the shortest way there along the main line.
     *
     * @param target the later state, not null
     * @return states between the two, without the passive ones; empty when the target cannot be reached
     * @throws NullPointerException if target is null
     */
    public Optional<List<ProcedureState>> between(ProcedureState target) {
        requireNonNull(target, "target");
        Map<ProcedureState, List<ProcedureState>> ways = new EnumMap<>(ProcedureState.class);
        Deque<ProcedureState> queue = new ArrayDeque<>(List.of(this));
        ways.put(this, List.of());
        while (!queue.isEmpty()) {
            ProcedureState at = queue.remove();
            List<ProcedureState> way = requireNonNull(ways.get(at));
            if (at.next().contains(target)) {
                return Optional.of(
                        way.stream().filter(state -> !state.isPassive()).toList());
            }
            for (ProcedureState following : at.next()) {
                if (MAIN_LINE.contains(following) && !ways.containsKey(following)) {
                    List<ProcedureState> longer = new ArrayList<>(way);
                    longer.add(following);
                    ways.put(following, longer);
                    queue.add(following);
                }
            }
        }
        return Optional.empty();
    }

    /** The state of a name as written in files; empty when there is none. */
    public static Optional<ProcedureState> of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }

    /** The name as written in files, e.g. {@code doc-review}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
