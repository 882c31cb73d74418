using System.Text;
using Fluid.Ast;

namespace AutoResolve.Decisions.Templates;

/// <summary>Finds what of an issue stands in the scheme or host of an address that a template writes.</summary>
internal sealed class AddressSurvey
{
    // Stands for what is printed of an issue.
    private const char Value = '\uFDD0';

    private readonly StringBuilder _text = new();
    private readonly List<string> _values = [];
    private readonly IReadOnlyDictionary<string, string> _contacts;

    private AddressSurvey(IReadOnlyDictionary<string, string> contacts) => _contacts = contacts;

    /// <param name="statements">The template.</param>
    /// <param name="contacts">What it may print that is the same for all issues.</param>
    /// <param name="isAddress">Whether it is one even where its beginning does not say so.</param>
    /// <returns>The placeholder; null where there is none, or no address.</returns>
    public static string? Find(IReadOnlyList<Statement> statements, IReadOnlyDictionary<string, string> contacts, bool isAddress)
    {
        var survey = new AddressSurvey(contacts);
        survey.Walk(statements);
        return survey.Head(isAddress).Contains(Value) ? survey._values[0] : null;
    }

    /// <summary>Scheme and host of the address; empty where it is none.</summary>
    private ReadOnlySpan<char> Head(bool isAddress)
    {
        var text = _text.ToString().AsSpan().TrimStart();
        var scheme = text.IndexOf("://");
        if (scheme < 0 || text[..scheme].IndexOfAny("/\\?# ") >= 0)
            return isAddress ? text[..Math.Min(1, text.Length)] : [];
        var host = scheme + "://".Length;
        var end = text[host..].IndexOfAny('/', '?', '#');
        return end < 0 ? text : text[..(host + end)];
    }

    private void Walk(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
            Walk(statement);
    }

    // All branches count, one after the other.
    private void Walk(Statement statement)
    {
        switch (statement)
        {
            case TextSpanStatement text:
                _text.Append(text.Text.ToString());
                break;
            case OutputStatement output:
                Print(output.Expression);
                break;
            case IfStatement branch:
                Walk(branch.Statements);
                foreach (var other in branch.ElseIfs)
                    Walk(other.Statements);
                Walk(branch.Else?.Statements ?? []);
                break;
            case UnlessStatement branch:
                Walk(branch.Statements);
                Walk(branch.Else?.Statements ?? []);
                break;
            case CaseStatement branch:
                foreach (var when in branch.Whens)
                    Walk(when.Statements);
                Walk(branch.Else?.Statements ?? []);
                break;
        }
    }

    private void Print(Expression expression)
    {
        if (OfIssue(expression) is { } placeholder)
        {
            _values.Add(placeholder);
            _text.Append(Value);
            return;
        }

        var contact = expression is MemberExpression member ? TemplateValues.ContactOf(TemplateSurvey.NameOf(member)) : null;
        _text.Append(contact is null ? "x" : _contacts.GetValueOrDefault(contact, "x"));
    }

    private static string? OfIssue(Expression expression) =>
        expression switch
        {
            MemberExpression member => TemplateSurvey.NameOf(member) is var name
            && name.StartsWith("issue.", StringComparison.OrdinalIgnoreCase)
                ? name
                : null,
            FilterExpression filter => OfIssue(filter.Input)
                ?? filter.Parameters.Select(parameter => OfIssue(parameter.Expression)).FirstOrDefault(found => found is not null),
            BinaryExpression binary => OfIssue(binary.Left) ?? OfIssue(binary.Right),
            _ => null,
        };
}
