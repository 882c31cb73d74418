using System.Linq.Expressions;

namespace AutoResolve.Expressions;

/// <summary>Gives calls such as <c>StartsWith("a")</c>, which would ask the machine's culture, an ordinal comparison.</summary>
internal static class OrdinalCalls
{
    public static MethodCallExpression Rewrite(MethodCallExpression call)
    {
        if (
            call.Method.IsStatic
            || call.Arguments.Count == 0
            || call.Arguments[0].Type != typeof(string)
            || call.Arguments[^1].Type == typeof(StringComparison)
        )
            return call;
        var types = call.Arguments.Select(argument => argument.Type).Append(typeof(StringComparison)).ToArray();
        var ordinal = typeof(string).GetMethod(call.Method.Name, types);
        return ordinal is null
            ? call
            : Expression.Call(call.Object, ordinal, call.Arguments.Append(Expression.Constant(StringComparison.Ordinal)));
    }
}
