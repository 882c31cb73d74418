using System.Linq.Expressions;
using System.Reflection;

namespace AutoResolve.Expressions;

/// <summary>Bounds what a search for a text may cost: its length times the length of the text that is searched.</summary>
internal static class BoundedSearch
{
    /// <summary>The longest text that is searched for where it is not written out, in UTF-16 units.</summary>
    public const int MaxLength = 256;

    private static readonly MethodInfo Check = ((Func<string, string>)Checked).Method;

    /// <summary>Has what is searched for checked, unless it is written out.</summary>
    /// <param name="call">Searches a text for its first argument.</param>
    public static MethodCallExpression Rewrite(MethodCallExpression call) =>
        call.Arguments[0] is ConstantExpression
            ? call
            : call.Update(call.Object, [Expression.Call(Check, call.Arguments[0]), .. call.Arguments.Skip(1)]);

    // What cannot be computed does not hold.
    private static string Checked(string value) =>
        value.Length <= MaxLength ? value : throw new ArgumentException("What is searched for is too long.", nameof(value));
}
