using DynamoGen.Tests.Repositories;
using DynamoGen.WriteBack;

namespace DynamoGen.Tests.WriteBack;

/// <summary>The share is none at first.</summary>
public sealed class WriteBackShareTests(LocalServer server) : WriteBackTest(server)
{
    private readonly List<WriteBackOptions> _options = [];

    protected override void Configure(WriteBackOptions options)
    {
        base.Configure(options);
        options.Share = 0;
        _options.Add(options);
    }

    [Fact]
    public async Task The_share_can_be_changed_while_the_application_runs()
    {
        await Older.Create(new OldMemo("s", "1"));
        await Older.Create(new OldMemo("s", "2"));

        await Current.Get("s", "1");
        _options.ForEach(options => options.Share = 1);
        await Current.Get("s", "2");

        Assert.Equal(["written"], await OutcomesAsync(1));
        Assert.Equal(("1", "2"), ((await StoredAsync("SHELF#s", "1"))!["_v"].N, (await StoredAsync("SHELF#s", "2"))!["_v"].N));
    }
}
