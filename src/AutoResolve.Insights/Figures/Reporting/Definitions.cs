namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What the figures mean. Shown in every report; rules/docs/figures.md says the same.</summary>
internal static class Definitions
{
    public static ReportSection Section(int grace) =>
        new(
            "definitions",
            "What the figures mean",
            "",
            [new("word", "Word"), new("meaning", "Meaning")],
            [
                .. Words(grace == 1 ? "one day" : $"{grace} days")
                    .Select(row => (IReadOnlyList<Cell>)[Cell.Of(row.Word), Cell.Of(row.Meaning)]),
            ]
        );

    /// <param name="days">The days of grace, in words.</param>
    public static IReadOnlyList<(string Word, string Meaning)> Words(string days) =>
        [
            (
                "Issue",
                "What somebody asked for, once, however often it was decided. It counts in the month in which it was "
                    + "first decided, by the clock of the reporting zone; an issue of a history counts by its date."
            ),
            (
                "Tier",
                "The highest tier that a rule named for the issue: 0 another desk, 1 agents, 2 troubleshooters, 3 "
                    + "product teams. If it went to people, the tier that it reached; if a rule answered it, the tier that "
                    + "was spared. No tier is named for issues that no rule knows."
            ),
            (
                "What became of an issue",
                $"Exactly one thing, so that everything adds up to 100 %. Answered or fixed, and it held: {days} passed "
                    + "after the answer in which nobody came back, or only to close the issue; if a later answer holds, "
                    + "that one counts. Opened again: after an answer the issue came back and was not just closed, the same "
                    + "requester came back with the same type, somebody said that it did not help, or a person or team took "
                    + "it up, whoever solved it then. Handed to people: a person or team got it before any answer, whatever "
                    + "a rule answered later: with a team after questions if something was asked, otherwise routed or "
                    + "escalated. Closed by the customer: withdrawn, or solved before a rule answered or people had it. "
                    + "Nothing to do: praise, automatic replies, and issues that were merged into another. Still open: "
                    + "answered or fixed but not yet certain, waiting for the customer who was asked, or under way."
            ),
            (
                "Asked",
                "A question was put to whoever wrote, whatever else was done. Answered: they wrote again, and what "
                    + $"they wrote was taken for an answer. Never answered: they did not do so within {days} or before the "
                    + "deadline, whatever came later."
            ),
            (
                "Type",
                "The issue type of the rule that decided last; unknown where none matched. In a history, the type " + "that people gave it."
            ),
            ("Team", "The team to which the rule that decided last hands the issue, otherwise the rule's owner."),
            (
                "Answered by rule",
                "A rule answered or fixed it, the answer was sent or the fix made, no person had to do more than "
                    + "approve it, and none had it before. Issues that were merged into another do not count. The last "
                    + "decision of an issue counts, unless it only closes the issue. What a rule would have done while "
                    + "automation only watches or suggests does not count: a person got it."
            ),
            ("Confirmed", $"Answered by rule, and within {days} the customer or an agent said that it helped, and nobody came " + "back."),
            (
                "Assumed",
                $"Answered by rule, and for {days} nothing more was heard of it. If the requester is not known, nobody "
                    + "could be seen to come back; how many these are is shown beside it."
            ),
            (
                "Reopened",
                $"Answered by rule, but within {days} somebody said that it did not help, the same requester came back "
                    + "with the same type, a person or team took it up, or the issue itself came back after its follow-up "
                    + "had ended. Not counted as resolved."
            ),
            (
                "Decided again",
                $"An answer after which its issue was decided again within the {days} of its follow-up. It is not the "
                    + "last word on the issue, so it counts in no other share, but it does count against its rule."
            ),
            (
                "Pending",
                $"Answered by rule less than {days} ago. What has been heard until now does not count yet: people who "
                    + "were helped say so sooner than people who say nothing."
            ),
            ("Resolved by rule", "Confirmed and assumed together."),
            ("Judged", "Answered by rule, and known to be resolved or reopened."),
            ("Escalated", "Handed to a person. In a history, what its column says."),
            (
                "To a person or team",
                "Took people's time: escalated or routed by any decision, or answered or asked and then taken up by a " + "person or team."
            ),
            ("Routed", "Sent to a team, with what it needs."),
            (
                "Begun and not finished",
                "Decided, but the journal does not say that everything decided was carried out: 'autoresolve journal "
                    + "doubt' lists such issues."
            ),
            ("Others", "Asked for what is missing, pending, reopened, not finished, closed, or nothing had to be done."),
            (
                "Not resolved",
                "All issues except those resolved by rule, those pending, and those where nothing had to be done. "
                    + "What guards leave to people is not included."
            ),
            ("First-contact share", "Resolved by rule with the first decision, as a share of all issues."),
            ("Time to resolution", "From the first decision to the answer, for issues resolved by rule."),
            (
                "Handling minutes",
                "The time of the people who dealt with issues: in a history all issues; in a journal those escalated, "
                    + "routed, or answered and then taken up by people, but not those still open. As measured where a "
                    + "history gives it, otherwise the minutes given for the tier, otherwise the mean of what was measured."
            ),
            (
                "n, interval",
                "n is the number of cases behind a share. The interval holds the true share in 95 of 100 such reports "
                    + "(Wilson); with few issues it is wide."
            ),
            ("Change, a day", "How many more or fewer came in per day than in the baseline, with its 95 % interval."),
            (
                "Mix-adjusted",
                "The change within types, so that a different mix of types is not a change (Mantel and Haenszel; "
                    + "intervals of differences by Newcombe). Types that occur in only one of the two say nothing about it."
            ),
            (
                "By chance?",
                "How likely so large a difference would be if nothing had changed: exact tests of two counts "
                    + "(Poisson) and two shares (Fisher); mix-adjusted, the test of Mantel and Haenszel; in tables, "
                    + "corrected for the number of rows (Benjamini and Hochberg). Below 0.05 is called unlikely, below 0.01 "
                    + "very unlikely; above that it may be chance. Intervals are not corrected: of many rows, a few leave "
                    + "out zero by chance. A dash: cannot be tested, or not yet. The tests assume that issues come in one "
                    + "by one: an outage brings many at once, and looks less likely than it is."
            ),
            (
                "Final",
                $"Each issue is followed for {days} after its first decision, and each answer for {days} after it was "
                    + "given, whatever the period; later entries change nothing."
            ),
        ];
}
