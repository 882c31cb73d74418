using System.Reflection;
using AutoResolve.Rules;

namespace AutoResolve.Expressions;

/// <summary>What expressions may name. Everything else is refused: an expression is code, and the library would run any of it.</summary>
internal static class AllowedMembers
{
    public static readonly IReadOnlyList<string> OfIssue =
    [
        "Id",
        "Title",
        "Text",
        "Channel",
        "Product",
        "Locale",
        "Tenant",
        "Requester",
        "Field",
        "Has",
    ];

    // None of these can make a text longer than those it is given.
    public static readonly IReadOnlyList<string> OfString =
    [
        "Contains",
        "StartsWith",
        "EndsWith",
        "Equals",
        "IndexOf",
        "LastIndexOf",
        "Length",
        "Trim",
        "TrimStart",
        "TrimEnd",
        "Substring",
        "ToLowerInvariant",
        "ToUpperInvariant",
        "IsNullOrEmpty",
        "IsNullOrWhiteSpace",
    ];

    private static readonly Type[] Arguments = [typeof(string), typeof(char), typeof(int), typeof(StringComparison)];

    // These ask the machine's culture about a text unless a comparison is said.
    private static readonly string[] Comparing = ["Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf"];

    public static bool Allows(MethodInfo method) =>
        Is(method, typeof(ExpressionIssue))
        || (method.DeclaringType == typeof(string) && Allows(method, method.Name))
        || (
            method.DeclaringType == typeof(string)
            && method.Name is "op_Equality" or "op_Inequality" or "Concat"
            && TakesOnlyStrings(method)
        )
        || (method.DeclaringType == typeof(decimal) && method.IsSpecialName);

    public static bool Allows(MemberInfo member) =>
        (member.DeclaringType == typeof(ExpressionIssue) && OfIssue.Contains(member.Name))
        || (member.DeclaringType == typeof(string) && member.Name == "Length");

    public static bool Allows(StringComparison comparison) => comparison is StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether a call searches a text for another.</summary>
    public static bool IsSearch(MethodInfo method) =>
        method is { IsStatic: false }
        && method.DeclaringType == typeof(string)
        && Comparing.Contains(method.Name)
        && method.GetParameters() is [{ ParameterType: var first }, ..]
        && first == typeof(string);

    public static ForbiddenName Forbid(string name, Type? type)
    {
        var known = type == typeof(ExpressionIssue) ? OfIssue : OfString;
        var suggestion = Suggest(name, known);
        var owner = type == typeof(ExpressionIssue) ? "issue" : "a text";
        return new(name, $"Expressions may not use '{name}'. Of {owner} they may use {string.Join(", ", known)}.", suggestion);
    }

    /// <summary>The allowed member that was probably meant: ToLower is close to ToLowerInvariant, however far in letters.</summary>
    public static string? Suggest(string name, IReadOnlyList<string> known) =>
        Spelling.Closest(name, known)
        ?? (name.Length > 2 ? known.FirstOrDefault(member => member.StartsWith(name, StringComparison.OrdinalIgnoreCase)) : null);

    public static ForbiddenName ForbidComparison(string name) =>
        new(name, $"Expressions may not use '{name}', whose result differs from machine to machine.", "OrdinalIgnoreCase");

    public static ForbiddenName ForbidConversion(string name) =>
        new(
            name,
            "Expressions may not use a number as a comparison. Write StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase.",
            null
        );

    private static bool Is(MethodInfo method, Type type) => method.DeclaringType == type && OfIssue.Contains(method.Name);

    private static bool Allows(MethodInfo method, string name) =>
        OfString.Contains(name) && method.GetParameters().All(parameter => Arguments.Contains(parameter.ParameterType));

    private static bool TakesOnlyStrings(MethodInfo method) =>
        method.GetParameters().All(parameter => parameter.ParameterType == typeof(string));
}
