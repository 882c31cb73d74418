using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Turns the bytes of a rule file into a tree.</summary>
internal static class RuleFileParser
{
    /// <returns>Null, and a problem reported, where the file is not UTF-8 or not JSON.</returns>
    public static JsonTree? Parse(RuleFile file, ICollection<Diagnostic> diagnostics)
    {
        if (RuleFileDecoder.Decode(file, diagnostics) is not { } text)
            return null;
        var source = new SourceText(file.Path, text);
        var tree = JsonTreeReader.Read(source, out var problem);
        if (problem is not null)
        {
            var code = problem.Kind == JsonProblemKind.TooDeep ? ReadingCodes.TooDeep : ReadingCodes.Syntax;
            diagnostics.Add(source.Locate(problem.Offset, problem.Path).Report(code, DiagnosticSeverity.Error, problem.Message));
        }

        return tree;
    }
}
