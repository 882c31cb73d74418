using AutoResolve.Words;
using AutoResolve.Words.Denials;
using Xunit.Abstractions;
namespace AutoResolve.Tests.Words.Denials;
public sealed class TmpTests(ITestOutputHelper output)
{
    [Fact]
    public void Print()
    {
        output.WriteLine("ALL " + string.Join(' ', DenialWords.Instance.Triggers));
        output.WriteLine("HIT " + string.Join(' ', Tokenizer.Read("When I sign in it says error 42 and then I am signed out.").Select(w => w.Folded).Intersect(DenialWords.Instance.Triggers)));
    }
}
