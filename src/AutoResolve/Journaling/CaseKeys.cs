using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Journaling;

/// <summary>Keyed hashes of what people wrote and who they are, by which the journal knows it again without holding it.</summary>
internal sealed class CaseKeys(JournalSecret secret)
{
    /// <summary>The id of the secret.</summary>
    public string SecretId => secret.Id;

    /// <summary>Identifies a turn by its id.</summary>
    public string Turn(CaseReference reference, string turnId) => secret.Key(Join("turn", reference.Tenant, reference.IssueId, turnId));

    /// <summary>Identifies what an issue says itself, without its turns, by its content. When it was received is no content.</summary>
    public string Content(Issue issue) => secret.Key(Join(["content", issue.Author.ToString(), .. Parts(issue)]));

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
        return secret.Key(FirstSchemaHash(Join([.. parts, .. FieldsOf(issue), .. issue.Tried])));
    }

    /// <summary>The key that an action has in a journal that was migrated from the first schema.</summary>
    public string FirstSchemaAction(string issueId, RuleReference rule, int index) =>
        secret.Key(FirstSchemaHash(string.Create(CultureInfo.InvariantCulture, $"{issueId}\n{rule.Id}\n{rule.Version}\n{index}")));

    /// <summary>Identifies a part of what decisions read.</summary>
    public string Part(string name, string? value) => secret.Key(Join("part", name.ToUpperInvariant(), value));

    /// <summary>The idempotency key of an effect: another tenant, case, turn, handler or content is another effect.</summary>
    public string Effect(CaseReference reference, string turn, string handler, string content) =>
        secret.Key(Join("effect", reference.Tenant, reference.IssueId, turn, handler, content));

    /// <summary>A name for what a once-per window counts.</summary>
    public string Group(ActionPolicy policy) => secret.Key(Join("once", policy.Tenant, policy.OncePer));

    /// <summary>The name that this has in a journal that was migrated from the first schema.</summary>
    public string FirstSchemaGroup(ActionPolicy policy) => secret.Key(FirstSchemaHash(policy.OncePer!));

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

    // With the length of each part, so that no two lists read the same.
    private static string Join(params IEnumerable<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n");
        return text.ToString();
    }

    private static string FirstSchemaHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
