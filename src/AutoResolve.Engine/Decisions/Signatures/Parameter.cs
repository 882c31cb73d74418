using System.Collections;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Decisions.Signatures;

/// <summary>One parameter of a handler.</summary>
internal sealed class Parameter
{
    private readonly Type _bare;

    public Parameter(string name, Type type, bool isNullable, bool hasNoDefault)
    {
        JsonName = char.ToLowerInvariant(name[0]) + name[1..];
        Type = type;
        _bare = Nullable.GetUnderlyingType(type) ?? type;
        IsNullable = isNullable || _bare != type;
        IsRequired = hasNoDefault && !IsNullable;
    }

    /// <summary>Its name as rules write it; case does not matter.</summary>
    public string JsonName { get; }

    public Type Type { get; }

    public bool IsNullable { get; }

    public bool IsRequired { get; }

    /// <summary>Whether a text can stand for it.</summary>
    public bool IsScalar => !IsList && !IsMap;

    /// <summary>What a rule author calls it.</summary>
    public string Kind =>
        _bare switch
        {
            _ when _bare == typeof(string) => "a text",
            _ when _bare == typeof(bool) => "true or false",
            _ when IsWhole => "a whole number",
            _ when IsNumber => "a number",
            _ when _bare.IsEnum =>
                $"one of {string.Join(", ", Enum.GetNames(_bare).Select(name => char.ToLowerInvariant(name[0]) + name[1..]))}",
            _ when _bare == typeof(Uri) => "an address such as \"https://example.org/\"",
            _ when _bare == typeof(DateOnly) => "a day such as \"2026-11-01\"",
            _ when _bare == typeof(TimeSpan) => "a time such as \"00:05:00\"",
            _ when IsList => "a list",
            _ when IsMap => "an object in braces { }",
            _ => "a value of its kind",
        };

    private bool IsWhole =>
        _bare == typeof(int)
        || _bare == typeof(long)
        || _bare == typeof(short)
        || _bare == typeof(byte)
        || _bare == typeof(uint)
        || _bare == typeof(ulong);

    private bool IsNumber => IsWhole || _bare == typeof(double) || _bare == typeof(float) || _bare == typeof(decimal);

    private bool IsList => _bare != typeof(string) && typeof(IEnumerable).IsAssignableFrom(_bare) && !IsDictionary;

    private bool IsDictionary =>
        typeof(IDictionary).IsAssignableFrom(_bare)
        || _bare
            .GetInterfaces()
            .Prepend(_bare)
            .Any(type =>
                type.IsGenericType
                && (
                    type.GetGenericTypeDefinition() == typeof(IDictionary<,>)
                    || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
                )
            );

    private bool IsMap =>
        IsDictionary || (_bare.IsClass && _bare != typeof(string) && _bare != typeof(Uri) && _bare != typeof(object) && !IsList);

    /// <summary>Says what is wrong with the kind of a value, as the end of a sentence; null where nothing is.</summary>
    public string? Problem(JToken value)
    {
        var fits = value.Type switch
        {
            JTokenType.String => !IsList && !IsMap && !IsNumber && _bare != typeof(bool),
            JTokenType.Integer => IsNumber || _bare == typeof(object),
            JTokenType.Float => (IsNumber && !IsWhole) || _bare == typeof(object),
            JTokenType.Boolean => _bare == typeof(bool) || _bare == typeof(object),
            JTokenType.Array => IsList || _bare == typeof(object),
            JTokenType.Object => IsMap || _bare == typeof(object),
            _ => true,
        };
        return fits ? null : $"must be {Kind}, not {KindOf(value)}";
    }

    private static string KindOf(JToken value) =>
        value.Type switch
        {
            JTokenType.String => "a text",
            JTokenType.Integer or JTokenType.Float => "a number",
            JTokenType.Boolean => "true or false",
            JTokenType.Array => "a list",
            _ => "an object",
        };
}
