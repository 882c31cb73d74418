using System.Text;
using AutoResolve.Incidents;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Facts;

public sealed class IncidentReaderTests
{
    [Fact]
    public void Read_WholeFile_IsUnderstood()
    {
        var (incidents, problems) = Read(
            """
            {
              // while it lasts
              "$schema": "x",
              "incidents": [
                { "id": " INC-1 ", "product": "va.gov", "title": "Down", "status": "We know.",
                  "from": "2026-11-23T09:30-05:00", "until": "2026-11-24", "workaround": "Wait.", "x-by": "u17" },
                { "id": "INC-2", "product": "va.gov", "title": "Slow", "status": "We look.", "from": "2026-11-01", },
              ],
            }
            """
        );

        Assert.Empty(problems);
        Assert.Equal(
            [
                new Incident(
                    "INC-1",
                    "va.gov",
                    "Down",
                    "We know.",
                    new(2026, 11, 23, 14, 30, 0, TimeSpan.Zero),
                    new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero),
                    "Wait."
                ),
                new Incident("INC-2", "va.gov", "Slow", "We look.", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), null, null),
            ],
            incidents!.Select(incident => incident with { From = incident.From.ToUniversalTime() })
        );
    }

    [Theory]
    [InlineData("""{ "incidents": [] }""")]
    [InlineData("\uFEFF{ \"incidents\": [] }")]
    [InlineData("{\r\n\"incidents\": [\r\n]}")]
    public void Read_NoIncident_IsAnEmptyList(string text)
    {
        var (incidents, problems) = Read(text);

        Assert.Empty(problems);
        Assert.Empty(incidents!);
    }

    [Theory]
    [InlineData("1:1 AR1010", "{}")]
    [InlineData("2:1 AR1009", "{ \"incidents\": [],\n\"incident\": [] }")]
    [InlineData(
        "1:18 AR1010 'status' is missing",
        """{ "incidents": [ { "id": "a", "product": "p", "title": "t", "from": "2026-11-01" } ] }"""
    )]
    [InlineData(
        "AR1040 The id 'A' is already taken in line 1",
        """
            { "incidents": [ { "id": "a", "product": "p", "title": "t", "status": "s", "from": "2026-11-01" },
              { "id": "A", "product": "p", "title": "t", "status": "s", "from": "2026-11-01" } ] }
            """
    )]
    [InlineData(
        "AR1041",
        """{ "incidents": [ { "id": "a", "product": "p", "title": "t", "status": "s", "from": "2026-11-02", "until": "2026-11-01" } ] }"""
    )]
    [InlineData(
        "AR1041",
        """
            { "incidents": [ { "id": "a", "product": "p", "title": "t", "status": "s", "from": "2026-11-02T08:00Z",
              "until": "2026-11-02T08:00Z" } ] }
            """
    )]
    [InlineData("AR1042", """{ "incidents": [ { "id": "None", "product": "p", "title": "t", "status": "s", "from": "2026-11-02" } ] }""")]
    [InlineData(
        "'from' must be a time with its distance to UTC",
        """{ "incidents": [ { "id": "a", "product": "p", "title": "t", "status": "s", "from": "yesterday" } ] }"""
    )]
    [InlineData(
        "'from' must be a time with its distance to UTC",
        """{ "incidents": [ { "id": "a", "product": "p", "title": "t", "status": "s", "from": "2026-11-02T08:00" } ] }"""
    )]
    public void Read_Mistake_IsNamedWithItsPlace(string expected, string text)
    {
        var (incidents, problems) = Read(text);

        Assert.Null(incidents);
        Assert.Contains(problems, problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.StartsWith("incidents.json:", problem.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public void Read_HostileFile_IsRefusedWithAFewMessages(string name, byte[] content)
    {
        List<Diagnostic> problems = [];

        Assert.True(IncidentReader.Read(new RuleFile("incidents.json", content), problems) is null, name);
        Assert.InRange(problems.Count, 1, 1_001);
        Assert.All(problems, problem => Assert.InRange(problem.Message.Length, 1, 600));
    }

    public static TheoryData<string, byte[]> HostileFiles() =>
        new()
        {
            { "empty", [] },
            { "no JSON", "incidents: none"u8.ToArray() },
            { "not UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'] },
            { "deep", Encoding.UTF8.GetBytes("{ \"incidents\": " + new string('[', 100_000)) },
            { "a list", "[]"u8.ToArray() },
            {
                "many broken incidents",
                Encoding.UTF8.GetBytes($"{{ \"incidents\": [{string.Join(',', Enumerable.Repeat("{}", 20_000))}] }}")
            },
            { "same key twice", "{ \"incidents\": [], \"incidents\": [] }"u8.ToArray() },
            {
                "long id twice",
                Encoding.UTF8.GetBytes(
                    $"{{ \"incidents\": [{string.Join(',', Enumerable.Repeat($"{{ \"id\": \"{new string('x', 50_000)}\" }}", 2))}] }}"
                )
            },
        };

    private static (IReadOnlyList<Incident>? Incidents, List<Diagnostic> Problems) Read(string text)
    {
        List<Diagnostic> problems = [];
        return (IncidentReader.Read(new RuleFile("incidents.json", Encoding.UTF8.GetBytes(text)), problems), problems);
    }
}
