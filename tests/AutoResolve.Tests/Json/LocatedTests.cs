using AutoResolve.Json;

namespace AutoResolve.Tests.Json;

public sealed class LocatedTests
{
    [Theory]
    [InlineData("\"abc\"", 0, 2)]
    [InlineData("\"abc\"", 2, 4)]
    [InlineData("\"abc\"", 3, 5)]
    [InlineData("\"\\\\d+\"", 1, 4)]
    [InlineData("\"\\u00e9x\"", 1, 8)]
    [InlineData("\"\\ud83d\\ude00x\"", 2, 14)]
    [InlineData("\"😀x\"", 2, 4)]
    [InlineData("\"\\n\"", 99, 4)]
    public void At_Character_GivesItsColumnInTheFile(string literal, int index, int column)
    {
        var text = (JsonString)JsonTreeReader.Read(new SourceText("a.json", literal), out _)!.Root;

        Assert.Equal(column, text.Located.At(index).Column);
    }
}
