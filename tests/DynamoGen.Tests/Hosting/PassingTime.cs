using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Hosting;

/// <summary>A time that passes when somebody waits for it, as long as he waits, however long the real requests between take.</summary>
internal sealed class PassingTime : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            ThreadPool.QueueUserWorkItem(static wait => wait.Time.Advance(wait.DueTime), (Time: this, DueTime: dueTime), preferLocal: false);
        }

        return timer;
    }

    /// <summary>Calls back when so much time has passed, for which nobody waits.</summary>
    public ITimer After(TimeSpan dueTime, Action callback) => base.CreateTimer(_ => callback(), null, dueTime, Timeout.InfiniteTimeSpan);
}
