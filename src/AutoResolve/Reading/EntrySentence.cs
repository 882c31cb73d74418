using System.Globalization;
using System.Text;
using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>What an entry of a journal tells, as a sentence for staff.</summary>
public static class EntrySentence
{
    /// <summary>Tells an entry. What people wrote in it is masked as the journal has it, and not to be trusted: encode it, and mind that it
    /// may have several lines.</summary>
    /// <param name="entry">The entry; one that cannot be read is told as far as it can.</param>
    public static string Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (ErasedContent.IsOf(entry))
            return $"{Words(JournalLabel.Of(entry.Kind))}{Of(entry.RuleId, entry.RuleVersion, " of ")}; what it said was erased";
        return entry.Kind switch
        {
            JournalEntryKind.Note when ErasedContent.IsNote(entry) => JournalJson.TryRead<ErasureContent>(entry) is { } content
                ? $"what was said in the case was erased by {content.By}"
                : Unreadable(entry),
            JournalEntryKind.Decision => Decision(entry),
            JournalEntryKind.Intent => Action(entry, content => $"{(entry.Label == "undo" ? "taking back" : "begins:")} {content.Handler}"),
            JournalEntryKind.ActionResult => Action(entry, content =>
                $"{content.Handler} {Words(entry.Label)}{Effort(content)}{Because(content.Message)}"
            ),
            JournalEntryKind.ApprovalRequest => Action(entry, content => $"{content.Handler} waits for approval; its key is {content.Key}"),
            JournalEntryKind.Approval => Action(entry, content => $"{content.Handler} approved by {content.By}"),
            JournalEntryKind.Note => Action(entry, content => $"{content.Handler}{Because(content.Message)}"),
            JournalEntryKind.Disposition => JournalJson.TryRead<DispositionContent>(entry) is { } content
                ? $"ended: {Words(entry.Label)}{Because(content.Summary)}"
                : Unreadable(entry),
            JournalEntryKind.Feedback => Control(entry, content =>
                $"{content.By} says: {Words(entry.Label)}{Of(entry.RuleId, entry.RuleVersion, ", about ")}{Because(content.Reason)}"
            ),
            JournalEntryKind.Demotion => Control(entry, content =>
                $"{Of(entry.RuleId, entry.RuleVersion)} only suggests from now on{Because(content.Reason)}"
            ),
            JournalEntryKind.PromotionProposal => Control(entry, content =>
                $"{Of(entry.RuleId, entry.RuleVersion)} may be made {entry.Label}{Because(content.Reason)}"
            ),
            JournalEntryKind.Switch => Control(entry, content =>
                $"{content.By}: {entry.Label} "
                + $"{(entry.RuleId is null ? "all actions" : $"the actions of {entry.RuleId}")}{Because(content.Reason)}"
            ),
            _ => $"{Words(JournalLabel.Of(entry.Kind))}: {entry.Label}",
        };
    }

    private static string Decision(JournalEntry entry)
    {
        if (JournalJson.TryRead<DecisionContent>(entry) is not { } content)
            return Unreadable(entry);
        var mode = content.Mode == JournalLabel.Of(OperatingMode.Active) ? "" : $" (mode {content.Mode})";
        var team = content.Team is null ? "" : $" to {content.Team}";
        return $"{Words(entry.Label)}{Of(entry.RuleId, entry.RuleVersion, " by ")}{team}{mode}{Because(content.Summary)}";
    }

    private static string Action(JournalEntry entry, Func<ActionContent, string> tell) =>
        JournalJson.TryRead<ActionContent>(entry) is { } content
            ? $"{tell(content)}{Of(entry.RuleId, entry.RuleVersion, ", for ")}"
            : Unreadable(entry);

    private static string Control(JournalEntry entry, Func<ControlContent, string> tell) =>
        JournalJson.TryRead<ControlContent>(entry) is { } content ? tell(content) : Unreadable(entry);

    private static string Effort(ActionContent content) =>
        content.Attempts switch
        {
            0 => "",
            1 => string.Create(CultureInfo.InvariantCulture, $" after {content.Milliseconds:0} ms"),
            _ => string.Create(CultureInfo.InvariantCulture, $" at attempt {content.Attempts}, after {content.Milliseconds:0} ms"),
        };

    private static string Because(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $": {text.Trim()}";

    private static string Of(string? rule, int? version, string before = "") =>
        rule is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{before}{rule} version {version}");

    private static string Unreadable(JournalEntry entry) =>
        $"{Words(entry.Label)}; the rest of this entry cannot be read: another version wrote it, or the journal is damaged";

    private static string Words(string label)
    {
        var words = new StringBuilder(label.Length + 4);
        foreach (var letter in label)
            words.Append(char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return words.ToString().TrimStart();
    }
}
