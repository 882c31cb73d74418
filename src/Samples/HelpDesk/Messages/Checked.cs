using AutoResolve;

namespace HelpDesk.Messages;

/// <summary>Refuses what would be read otherwise than it was meant.</summary>
internal static class Checked
{
    /// <exception cref="ArgumentException">It holds a line break or another control character, which would split a line of a
    /// log.</exception>
    public static string Id(string id) =>
        id.Any(char.IsControl) ? throw new ArgumentException("An id, or a tenant, holds a control character.") : id;

    public static string? Tenant(string? tenant) => tenant is null ? null : Id(tenant);

    public static CaseReference Case(string? tenant, string id) => new(Tenant(tenant), Id(id));

    /// <exception cref="ArgumentException">A field has no value.</exception>
    public static Dictionary<string, string> Fields(Dictionary<string, string>? fields) =>
        fields?.ContainsValue(null!) == true ? throw new ArgumentException("A field is null; leave it out.") : fields ?? [];
}
