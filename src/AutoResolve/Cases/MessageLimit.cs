using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Says by what it is counted how often whoever has written is written to.</summary>
internal sealed class MessageLimit(IOptionsMonitor<CaseOptions> options, IOptionsMonitor<AutoResolveOptions> resolving)
{
    // The first that is filled in counts.
    private static readonly string[] AddressFields = ["replyTo", "from", "email"];

    /// <param name="state">What is decided.</param>
    /// <param name="known">The group of the reply address, where it was known before; else null.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <returns>Null where nobody counts: agents are told whatever they ask for.</returns>
    public QuotaRecord? QuotaOf(CaseState state, string? known, CaseKeyring keys)
    {
        if (options.CurrentValue.MaxMessagesPerDay is not { } max)
            return null;
        var issue = Authorship.ByChannel(state.Issue, resolving.CurrentValue.ChannelAuthors);
        if ((issue.Turns is [.., var last] ? Authorship.Of(last) : Authorship.Of(issue)) == Author.Agent)
            return null;
        if (!string.IsNullOrWhiteSpace(issue.Requester))
            return new QuotaRecord([Groups(keys, each => each.MessagesTo(issue.Tenant, issue.Requester.Trim()))], max);
        var ofCase = Groups(keys, each => each.MessagesOf(CaseReference.Of(issue)));
        return new QuotaRecord(GroupsOfAddress(state, known, keys) is { } ofAddress ? [ofCase, ofAddress] : [ofCase], max);
    }

    /// <summary>The group of the reply address, by which it is known where the journal masks the address itself.</summary>
    public static string? AddressOf(CaseState state, string? known, CaseKeyring keys) => GroupsOfAddress(state, known, keys)?[0];

    private static IReadOnlyList<string>? GroupsOfAddress(CaseState state, string? known, CaseKeyring keys)
    {
        if (FindAddress(state) is { } address)
            return Groups(keys, each => each.MessagesAt(state.Issue.Tenant, address));
        return known is null ? null : [known];
    }

    private static string? FindAddress(CaseState state)
    {
        foreach (var name in AddressFields)
        {
            var filled = state
                .Issue.Turns.Reverse()
                .Select(turn => turn.Fields)
                .Append(state.Issue.Fields)
                .Select(fields => fields.FirstOrDefault(field => IsNamed(field.Key, name)).Value)
                .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
            if (filled is not null && !state.Masked.Contains(filled))
                return MailAddress.Plain(filled);
        }

        return null;
    }

    // However it is written: "replyTo", "Reply-To", "reply_to".
    private static bool IsNamed(string field, string name) =>
        string.Concat(field.Where(char.IsLetterOrDigit)).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Groups(CaseKeyring keys, Func<CaseKeys, string> nameBy) =>
        [.. keys.All.Select(each => JournalKeys.Messages(nameBy(each)))];
}
