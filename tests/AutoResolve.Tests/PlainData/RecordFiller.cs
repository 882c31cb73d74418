using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.Tests.PlainData;

/// <summary>Makes values of any plain type, all of whose members are set: equal ones by equal numbers, others by others.</summary>
internal static class RecordFiller
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static object Make(Type type, int number)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum)
            return Enum.GetValues(bare).GetValue(number % Enum.GetValues(bare).Length)!;
        if (bare == typeof(Microsoft.Extensions.Logging.ILogger))
            return NullLogger.Instance;
        return Type.GetTypeCode(bare) switch
        {
            TypeCode.String => $"text {number}",
            TypeCode.Int32 => number,
            TypeCode.Boolean => number % 2 == 0,
            _ when bare == typeof(TimeSpan) => TimeSpan.FromSeconds(number),
            _ when bare == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(number),
            _ when bare == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string>
            {
                ["b"] = $"{number}",
                ["A"] = "x",
            },
            _ when bare == typeof(IReadOnlyDictionary<string, object?>) => Values(number),
            _ when bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => MakeList(bare, number),
            _ => MakeRecord(bare, number),
        };
    }

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>What of a record may be set, and so says something of its own.</summary>
    public static IEnumerable<PropertyInfo> Members(Type record) =>
        record.GetProperties().Where(property => property.SetMethod is not null);

    /// <summary>The same record but for one member.</summary>
    public static object With(object record, PropertyInfo member, int number)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        member.SetValue(copy, Make(member.PropertyType, number));
        return copy;
    }

    private static object MakeRecord(Type type, int number)
    {
        var maker = type.GetConstructors(Any)
            .Where(one => one.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(one => one.GetParameters().Length)!;
        var record = maker.Invoke([.. maker.GetParameters().Select(parameter => Make(parameter.ParameterType, number))]);
        foreach (var member in Members(type))
            member.SetValue(record, Make(member.PropertyType, number));
        return record;
    }

    private static Array MakeList(Type type, int number)
    {
        var item = type.GetGenericArguments()[0];
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Make(item, number), 0);
        list.SetValue(Make(item, number + 2), 1);
        return list;
    }

    private static Dictionary<string, object?> Values(int number) =>
        new()
        {
            ["whole"] = number,
            ["other"] = number + 0.5f,
            ["list"] = new object?[]
            {
                number,
                3.0,
                7m,
                "a",
                true,
                null,
                new Dictionary<string, object?> { ["b"] = (byte)number },
            },
            ["map"] = new Dictionary<string, object?> { ["long"] = (ulong)number },
        };
}
