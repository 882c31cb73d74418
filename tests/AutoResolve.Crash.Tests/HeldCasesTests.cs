using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Crash.Tests;

/// <summary>When a call says that its host had last made sure of the case.</summary>
public sealed class HeldCasesTests
{
    private static readonly CaseReference Reference = new(null, "case-1");

    [Fact]
    public async Task Find_WhereAnotherDeliveryMadeSureLater_IsWhenItsOwnDid()
    {
        var held = new HeldCases();
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var slow = DeliverAsync(1, wait.Task);
        var quick = await DeliverAsync(2, Task.CompletedTask);
        wait.SetResult();

        Assert.Equal((1L, 2L), (await slow, quick));
        Assert.Null(held.Find(Reference));

        async Task<long?> DeliverAsync(long since, Task until)
        {
            held.Begin();
            var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var timer = new Timer(_ => Renew(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            await renewed.Task;
            await until;
            return await Task.Run(() => held.Find(Reference));

            void Renew()
            {
                held.Hold(Reference, since);
                renewed.SetResult();
            }
        }
    }

    [Fact]
    public async Task Delivery_ToAHost_IsOneByItself()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-crash-");
        var settings = new HostSettings { Folder = folder.FullName, WaitLimit = TimeSpan.Zero };
        HeldCases? held = null;
        await using (
            var host = new CrashHost(
                settings,
                _ => CaseStory.Of(1, [TurnKind.FlagLetter], []),
                TimeProvider.System,
                builder =>
                    builder.UseJournal(provider => new WatchedJournal(
                        new InMemoryJournal(),
                        provider.GetRequiredService<HostFiles>(),
                        held = provider.GetRequiredService<HeldCases>(),
                        settings
                    ))
            )
        )
            await host.HandleAsync(new Order { Do = OrderKind.Process, Case = 1 }, CancellationToken.None);

        var calls = HostFiles.ReadCalls(folder.FullName).ToList();
        folder.Delete(recursive: true);
        Assert.Null(held!.Find(Reference));
        Assert.Equal(3, calls.Count);
        Assert.All(calls, call => Assert.True(call.Held < call.Begun));
    }
}
