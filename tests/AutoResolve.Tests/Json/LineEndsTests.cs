using System.Text;
using System.Text.RegularExpressions;
using AutoResolve.Json;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using AutoResolve.Rules.Reading;
using AutoResolve.Shared.Lines;
using AutoResolve.Sources;
using AutoResolve.Tests.Rules;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Json;

/// <summary>Whoever splits or counts lines takes the same for a line end: \r\n, \n, \r, and nothing else.</summary>
public sealed class LineEndsTests
{
    private static readonly string[] Pieces = ["\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\f", "\v", " ", "a", "é", "😀"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Select(piece => Pieces[piece])
        .Array[0, 12]
        .Select(string.Concat);

    [Fact]
    public void Lines_OfAnyText_AreTheSameToAll() =>
        Texts.Sample(text =>
        {
            var lines = Regex.Split(text, "\r\n|\n|\r", RegexOptions.NonBacktracking);
            var unified = string.Join('\n', lines);
            var ranges = new List<TextRange>();
            TextLines.Split(text + "|", ranges);

            Assert.Equal(lines.Length - 1, LineEnds.Count(text));
            Assert.Equal(lines[0], LineEnds.FirstLine(text).ToString());
            Assert.Equal(unified, LineEnds.Unify(text));
            Assert.Equal(unified, Encoding.UTF8.GetString(LineEnds.Unify(Encoding.UTF8.GetBytes(text))));
            Assert.Equal(lines.Length, ranges.Count);
            Assert.Equal(
                (lines.Length, lines[^1].Length + 1),
                LineAndColumn(new SourceText("a.json", text).Locate(text.Length, JsonPath.Root))
            );
        });

    [Fact]
    public void Places_OfAnyFile_AreInTheLinesOfEditors() =>
        Texts.Sample(text =>
        {
            // What cannot be read as JSON, what cannot be read as UTF-8, and where the canonical form begins to differ.
            var comment = $"/*{text}*/ ";
            var lines = Regex.Split(comment, "\r\n|\n|\r", RegexOptions.NonBacktracking);
            var place = (lines.Length, lines[^1].Length + 1);
            var syntax = Problem(Encoding.UTF8.GetBytes(comment + "x"));
            var bytes = Problem([.. Encoding.UTF8.GetBytes(comment), 0xFF]);
            var formatted = RuleFileFormatter.Format(RuleFiles.File(LineEnds.Unify(comment).TrimEnd() + "\n { }"));

            Assert.Equal(place, (syntax.Line, syntax.Column));
            Assert.Equal(place, (bytes.Line, bytes.Column));
            Assert.Equal(lines.Length + 1, formatted.FirstChange);
        });

    [Fact]
    public void FirstChange_OfLineEndsAlone_IsTheFirstLine()
    {
        var canonical = RuleFileFormatter.Format(RuleFiles.File(RuleFiles.Full)).Text!;

        Assert.All(["\r", "\r\n"], end =>
            Assert.Equal(1, RuleFileFormatter.Format(RuleFiles.File(canonical.Replace("\n", end, StringComparison.Ordinal))).FirstChange)
        );
    }

    [Fact]
    public void Revision_OfFilesThatDifferInLineEnds_IsTheSame() =>
        Texts.Sample(text =>
        {
            Assert.Equal(Revision(LineEnds.Unify(text)), Revision(text));
            Assert.Equal(Revision(LineEnds.Unify(text)), Revision(LineEnds.Unify(text).Replace('\n', '\r')));
            Assert.NotEqual(Revision(text), Revision(text + "\u2028"));
        });

    private static string Revision(string text) => new RuleFileSet([RuleFiles.File(text)]).Revision;

    private static Diagnostic Problem(byte[] content)
    {
        List<Diagnostic> problems = [];
        Assert.Null(RuleFileParser.Parse(new RuleFile("a.json", content), problems));
        return Assert.Single(problems);
    }

    private static (int Line, int Column) LineAndColumn(SourceLocation place) => (place.Line, place.Column);
}
