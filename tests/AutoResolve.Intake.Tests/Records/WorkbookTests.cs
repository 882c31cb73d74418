using System.IO.Compression;
using System.Text;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Tests.Records;

public sealed class WorkbookTests
{
    private const string Sheet = """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:D4"/><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Number</t></is></c><c r="B1" t="inlineStr"><is><t>Short description</t></is></c>
        <c r="C1" t="inlineStr"><is><t>Opened</t></is></c><c r="D1" t="inlineStr"><is><t>Count</t></is></c></row>
        <row r="3"><c r="A3"><v>17</v></c><c r="B3" t="inlineStr"><is><t>señor’s badge</t></is></c><c r="C3" s="1"><v>46326.604166666664</v></c>
        <c r="D3"><v>2.5</v></c></row>
        <row r="4"><c r="A4"><v>18</v></c><c r="B4" t="inlineStr"><is><t>lost</t></is></c></row>
        </sheetData></worksheet>
        """;

    [Fact]
    public void Read_FirstSheet_IsItsIssues()
    {
        var lines = Read(Workbook(Sheet));

        Assert.Equal([(3, "17", "señor’s badge"), (4, "18", "lost")], lines.Select(line => (line.Line, line.Issue!.Id, line.Issue.Title!)));
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 14, 30, 0, TimeSpan.Zero), lines[0].Issue!.ReceivedAt);
        Assert.Equal(("2.5", null), (lines[0].Issue!.Fields["Count"], lines[1].Issue!.ReceivedAt));
    }

    [Theory]
    [InlineData("<worksheet")]
    [InlineData("")]
    public void Read_DamagedWorkbook_IsTold(string sheet)
    {
        var line = Assert.Single(Read(Workbook(sheet)));

        Assert.Null(line.Issue);
        Assert.NotNull(line.Problem);
    }

    [Fact]
    public void Read_CutWorkbook_IsTold() =>
        Assert.Contains("workbook cannot be read", Assert.Single(Read(Workbook(Sheet)[..600])).Problem, StringComparison.Ordinal);

    private static List<IssueLine> Read(byte[] content)
    {
        using var file = IssueFile.Of(new MemoryStream(content));
        return [.. file.Read()];
    }

    private static byte[] Workbook(string sheet)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
                """
            );
            Add(
                archive,
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            );
            Add(
                archive,
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tickets" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            );
            Add(
                archive,
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
                """
            );
            Add(
                archive,
                "xl/styles.xml",
                """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>
                """
            );
            Add(archive, "xl/worksheets/sheet1.xml", sheet);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content.Trim());
    }
}
