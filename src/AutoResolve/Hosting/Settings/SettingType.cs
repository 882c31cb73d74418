using System.ComponentModel;
using System.Globalization;

namespace AutoResolve.Settings;

/// <summary>What a type of options may be set to by configuration.</summary>
internal static class SettingType
{
    /// <summary>Whether it is one value, and not a section.</summary>
    public static bool IsValue(Type type) => type != typeof(object) && TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    /// <summary>Whether only code can set it, since it does something.</summary>
    public static bool IsService(Type type) => type.IsInterface && ItemOf(type) is null;

    /// <summary>Whether it is known what may stand in its section.</summary>
    public static bool IsKnown(Type type) =>
        type != typeof(object)
        && type != typeof(byte[])
        && !typeof(Delegate).IsAssignableFrom(type)
        && (ItemOf(type) is not null || type is { IsClass: true, IsAbstract: false } or { IsValueType: true });

    /// <summary>The type of the items of a list, or of the values of a dictionary; null for what is neither.</summary>
    public static Type? ItemOf(Type type) =>
        type == typeof(string)
            ? null
            : type.GetInterfaces()
                .Prepend(type)
                .Where(one => one.IsGenericType)
                .Select(one => (Of: one.GetGenericTypeDefinition(), Arguments: one.GetGenericArguments()))
                .Where(one =>
                    one.Of == typeof(IEnumerable<>) || one.Of == typeof(IDictionary<,>) || one.Of == typeof(IReadOnlyDictionary<,>)
                )
                .OrderByDescending(one => one.Arguments.Length)
                .Select(one => one.Arguments[^1])
                .FirstOrDefault();

    /// <summary>What is wrong with a text as a value of a type, as a sentence goes on; null where nothing is.</summary>
    public static string? Problem(Type type, string text)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value != type && text.Length == 0)
            return null;

        // .NET reads a bare number as days, which nobody means.
        if (
            value == typeof(TimeSpan)
            && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number != 0
        )
            return $"a bare number would be days: write {TimeSpan.FromSeconds(number)} for {number} seconds, or "
                + $"{number}.00:00:00 for days.";
        try
        {
            _ = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return null;
        }
        catch (Exception)
        {
            return $"it must be {Describe(type)}.";
        }
    }

    /// <summary>What a value of a type is, in words.</summary>
    public static string Describe(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.IsEnum)
            return $"one of {string.Join(", ", Enum.GetNames(value))}";
        if (value == typeof(TimeSpan))
            return "a length of time such as 00:00:05";
        if (value == typeof(DateOnly))
            return "a day such as 2026-12-25";
        return Type.GetTypeCode(value) switch
        {
            TypeCode.Boolean => "true or false",
            TypeCode.String => "a text",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            >= TypeCode.SByte and <= TypeCode.UInt64 => $"a whole number that fits {value.Name}",
            _ => $"a {value.Name}",
        };
    }
}
