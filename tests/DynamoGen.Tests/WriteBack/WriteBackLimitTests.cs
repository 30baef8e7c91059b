using DynamoGen.Tests.Repositories;
using DynamoGen.WriteBack;

namespace DynamoGen.Tests.WriteBack;

/// <summary>At most one item waits.</summary>
public sealed class WriteBackLimitTests(LocalServer server) : WriteBackTest(server)
{
    protected override void Configure(WriteBackOptions options)
    {
        base.Configure(options);
        options.MaxPending = 1;
    }

    [Fact]
    public async Task What_comes_while_too_many_wait_is_dropped_and_no_read_waits()
    {
        var (entered, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        Interceptor.Before = () =>
        {
            entered.TrySetResult();
            return released.Task;
        };
        for (var id = 1; id <= 4; id++)
        {
            await Older.Create(new OldMemo("s", $"{id}"));
        }

        await Current.Get("s", "1");
        await entered.Task;
        for (var id = 2; id <= 4; id++)
        {
            await Current.Get("s", $"{id}");
        }

        Assert.Equal(["dropped", "dropped"], await OutcomesAsync(2));
        released.SetResult();
        Assert.Equal(["dropped", "dropped", "written", "written"], await OutcomesAsync(4));
    }
}
