using System.Globalization;
using Fluid;
using Fluid.Values;

namespace AutoResolve.Decisions.Templates;

/// <summary>The filters that templates may use: those that shape text, each bounded in what it gives.</summary>
/// <remarks>No arithmetic: it fails on what it cannot count, and an answer must not fail when it is due.</remarks>
internal static class TemplateFilters
{
    /// <summary>The longest text that a filter gives; the rest is left out.</summary>
    public const int MaxResultLength = 10_000;

    /// <summary>The longest text that is given to a filter behind its colon.</summary>
    public const int MaxArgumentLength = 200;

    public static readonly IReadOnlyList<string> Allowed =
    [
        "append",
        "capitalize",
        "default",
        "downcase",
        "lstrip",
        "prepend",
        "remove",
        "remove_first",
        "replace",
        "replace_first",
        "rstrip",
        "size",
        "slice",
        "strip",
        "strip_newlines",
        "truncate",
        "truncatewords",
        "upcase",
        "url_encode",
    ];

    /// <summary>
    /// Those that take values behind their colon; the others take only fixed texts and numbers, which are tried out when rules are
    /// loaded.
    /// </summary>
    public static readonly IReadOnlyList<string> TakingValues = ["append", "default", "prepend"];

    public static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions
        {
            CultureInfo = CultureInfo.InvariantCulture,
            MaxSteps = 10_000,
            MaxRecursion = 50,
        };
        foreach (var name in Allowed)
        {
            if (options.Filters.TryGetValue(name, out var filter))
                options.Filters.AddFilter(name, Bounded(filter));
        }

        return options;
    }

    private static FilterDelegate Bounded(FilterDelegate filter) =>
        async (input, arguments, context) =>
        {
            var result = await filter(input, arguments, context).ConfigureAwait(false);
            return result is StringValue && result.ToStringValue() is { Length: > MaxResultLength } text
                ? new StringValue(text[..MaxResultLength])
                : result;
        };
}
