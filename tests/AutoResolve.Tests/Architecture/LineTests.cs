using AutoResolve.Tests.Docs;

namespace AutoResolve.Tests.Architecture;

/// <summary>No line of the code is too long to be read beside another file; the formatter wraps code, but neither comments nor texts.</summary>
public sealed class LineTests
{
    private const int Longest = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("benchmarks")]
    public void Lines_OfTheCode_AreNotTooLong(string folder)
    {
        var root = Path.Combine(Repository.Root, folder);
        var tooLong = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .SelectMany(path => File.ReadLines(Path.Combine(root, path)).Select((line, at) => (path, at, line.Length)))
            .Where(line => line.Length > Longest)
            .Select(line => $"{folder}/{line.path}:{line.at + 1} has {line.Length} characters");

        Assert.Empty(tooLong);
    }
}
