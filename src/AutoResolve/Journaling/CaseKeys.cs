using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Journaling;

/// <summary>Keyed hashes of what people wrote and who they are, by which the journal knows it again without holding it.</summary>
internal sealed class CaseKeys(JournalSecret secret)
{
    private const int MaxStackChars = 512;

    /// <summary>The id of the secret.</summary>
    public string SecretId => secret.Id;

    /// <summary>Identifies a turn by its id.</summary>
    public string Turn(CaseReference reference, string turnId) => Key("turn", reference.Tenant, reference.IssueId, turnId);

    /// <summary>Identifies what an issue says itself, without its turns, by its content. When it was received is no content.</summary>
    public string Content(Issue issue) => Key(["content", issue.Author.ToString(), .. Parts(issue)]);

    /// <summary>The key that this content has in a journal that was migrated from the first schema.</summary>
    public string FirstSchemaContent(Issue issue)
    {
        string?[] parts =
        [
            issue.Id,
            issue.Text,
            issue.Title,
            issue.Channel,
            issue.Product,
            issue.Locale,
            issue.Tenant,
            issue.Requester,
            issue.ReceivedAt?.ToString("O", CultureInfo.InvariantCulture),
        ];
        return secret.Key(FirstSchemaHash([.. parts, .. FieldsOf(issue), .. issue.Tried]));
    }

    /// <summary>The key that an action has in a journal that was migrated from the first schema.</summary>
    public string FirstSchemaAction(string issueId, RuleReference rule, int index) =>
        secret.Key(FirstSchemaHash(string.Create(CultureInfo.InvariantCulture, $"{issueId}\n{rule.Id}\n{rule.Version}\n{index}")));

    /// <summary>Identifies a part of what decisions read.</summary>
    public string Part(string name, string? value) => Key("part", name.ToUpperInvariant(), value);

    /// <summary>The idempotency key of an effect: another tenant, case, turn, handler or content is another effect.</summary>
    public string Effect(CaseReference reference, string turn, string handler, string content) =>
        Key("effect", reference.Tenant, reference.IssueId, turn, handler, content);

    /// <summary>A name for what a once-per window counts.</summary>
    public string Group(ActionPolicy policy) => Key("once", policy.Tenant, policy.OncePer);

    /// <summary>The name that this has in a journal that was migrated from the first schema.</summary>
    public string FirstSchemaGroup(ActionPolicy policy) => secret.Key(FirstSchemaHash(policy.OncePer!));

    /// <summary>A name for what is written to a person.</summary>
    public string MessagesTo(string? tenant, string requester) => Key("messages", tenant, requester);

    /// <summary>A name for what is written in a case.</summary>
    public string MessagesOf(CaseReference reference) => Key("messages of case", reference.Tenant, reference.IssueId);

    /// <summary>A name for what is written to an address.</summary>
    public string MessagesAt(string? tenant, string address) => Key("messages at", tenant, address);

    /// <summary>Identifies an event by its id.</summary>
    public string Event(CaseReference reference, string eventId) => Key("event", reference.Tenant, reference.IssueId, eventId);

    /// <summary>Identifies that the time has passed in which what a decision asked could be answered.</summary>
    public string Deadline(CaseReference reference, string decision) => Key("deadline", reference.Tenant, reference.IssueId, decision);

    /// <summary>By which all that is kept of a person is found.</summary>
    public string? Requester(string? requester) => string.IsNullOrEmpty(requester) ? null : secret.Key(requester);

    private static IEnumerable<string?> Parts(Issue issue) =>
        [
            issue.Id,
            issue.Text,
            issue.Title,
            issue.Channel,
            issue.Product,
            issue.Locale,
            issue.Tenant,
            issue.Requester,
            .. FieldsOf(issue),
            .. issue.Tried,
        ];

    private static IEnumerable<string> FieldsOf(Issue issue) =>
        issue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => new[] { field.Key, field.Value });

    private string Key(params ReadOnlySpan<string?> parts)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[MaxStackChars]);
        Join(ref text, parts);
        var key = secret.Key(text.Text);
        text.Clear();
        return key;
    }

    // With the length of each part, so that no two lists read the same.
    private static void Join(ref DefaultInterpolatedStringHandler text, ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            text.AppendFormatted(part?.Length ?? -1);
            text.AppendLiteral(":");
            text.AppendFormatted(part);
            text.AppendLiteral("\n");
        }
    }

    private static string FirstSchemaHash(ReadOnlySpan<string?> parts)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        Join(ref text, parts);
        return FirstSchemaHash(text.ToStringAndClear());
    }

    private static string FirstSchemaHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
