using System.Runtime.CompilerServices;
using AutoResolve.Actions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

public sealed class FailureWindowTests
{
    [Fact]
    public void Cases_HoweverManyFail_AreNotKept()
    {
        var clock = new FakeTimeProvider();
        var window = new FailureWindow(0.5, 10, clock);
        List<WeakReference> cases = [];
        for (var second = 0; second < 100; second++)
        {
            Fail(window, second, cases);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(10_000, cases.Count);
        Assert.InRange(cases.Count(issue => issue.IsAlive), 0, 30 * FailureWindow.MinCases);
        GC.KeepAlive(window);
    }

    [Fact]
    public void Cases_OfEachSecond_AddUpOverHalfAMinute()
    {
        var clock = new FakeTimeProvider();
        var window = new FailureWindow(1, 2, clock);

        Assert.False(window.Failed((null, "one")));
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(window.Failed((null, "two")));
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(window.Failed((null, "three")));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(window.Failed((null, "two")));
        Assert.True(window.Failed((null, "four")));

        window.Clear();
        Assert.False(window.Failed((null, "five")));
    }

    [Fact]
    public void Ratio_ThatIsReachedExactly_IsEnough()
    {
        var window = new FailureWindow(0.55, 20, new FakeTimeProvider());
        for (var number = 0; number < 9; number++)
            window.Succeeded();

        Assert.All(Enumerable.Range(0, 10), number => Assert.False(window.Failed((null, $"issue-{number}"))));
        Assert.True(window.Failed((null, "the last")));
    }

    // Not inlined, so that no local keeps an id alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(FailureWindow window, int second, List<WeakReference> cases)
    {
        for (var number = 0; number < 100; number++)
        {
            var id = $"issue-{second}-{number}";
            cases.Add(new WeakReference(id));
            window.Failed(("tenant", id));
        }
    }
}
