using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>
/// Plays one case: its turns come whole or one by one, again, rewritten, overtaking each other, before their case, or without it.
/// </summary>
internal sealed class CasePlayer(int number, CaseStory story, Courier courier, Supervisor supervisor, Random random)
{
    private readonly List<Task> _overtaken = [];
    private int _version;

    public async Task PlayAsync()
    {
        if (story.Turns.Count > 0 && Happens(5))
        {
            await DeliverAsync(OrderKind.Continue, 1);
            return;
        }

        if (story.Turns.Count > 0 && Happens(15))
            await OvertakeAsync(DeliverAsync(OrderKind.Continue, 1), 50);
        await OvertakeAsync(DeliverAsync(OrderKind.Process, 0), 20);
        await SuperviseAsync(0);
        for (var turn = 1; turn <= story.Turns.Count; turn++)
        {
            await OvertakeAsync(DeliverAsync(Happens(50) ? OrderKind.Process : OrderKind.Continue, turn), 20);
            if (Happens(15))
                await DeliverAsync(OrderKind.Process, turn);
            if (Happens(20) && _version + 1 < story.Versions.Count)
            {
                _version++;
                await OvertakeAsync(DeliverAsync(OrderKind.Process, turn), 20);
            }

            await SuperviseAsync(turn);
        }

        await Task.WhenAll(_overtaken);

        // Also what was decided since.
        await ApproveAsync(story.Turns.Count, hosts: 1, kills: false);
    }

    private Task DeliverAsync(OrderKind how, int turn) => courier.DeliverAsync(story, OrderOf(turn) with { Do = how }, Happens(20) ? 2 : 1);

    private Task SuperviseAsync(int turns) =>
        random.Next(6) switch
        {
            0 => ApproveAsync(turns, hosts: 2, kills: false),
            1 => ApproveAsync(turns, hosts: 1, kills: true),
            2 or 3 => ApproveAsync(turns, hosts: 1, kills: false),

            // Not yet; when a later turn is decided it is too late.
            _ => Task.CompletedTask,
        };

    private Task ApproveAsync(int turns, int hosts, bool kills) => supervisor.ApproveAsync(story, OrderOf(turns), hosts, kills);

    // What comes next does not always wait for it.
    private async Task OvertakeAsync(Task delivery, int percent)
    {
        if (Happens(percent))
            _overtaken.Add(delivery);
        else
            await delivery;
    }

    private Order OrderOf(int turns) =>
        new()
        {
            Do = OrderKind.Process,
            Case = number,
            Version = _version,
            Turn = turns,
        };

    private bool Happens(int percent) => random.Next(100) < percent;
}
