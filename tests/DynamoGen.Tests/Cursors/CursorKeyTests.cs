using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DynamoGen.Tests.Cursors;

public sealed class CursorKeyTests(LocalServer server) : CursorTest(server)
{
    private static readonly byte[] Old = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] New = [.. Enumerable.Repeat((byte)2, 48)];

    private int[] _ids = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _ids = await PutAsync(Enumerable.Range(0, 10).Select(i => NewOrder(i)));
    }

    [Fact]
    public async Task A_cursor_of_one_instance_is_taken_by_another_with_the_same_key()
    {
        var instances = new[] { Instance(New), Instance(New) };
        var turn = 0;

        Assert.Equal(_ids, Ids(await WalkAsync(cursor => PageAsync(3, cursor, context: instances[turn++ % 2]))));
    }

    [Fact]
    public async Task Many_walks_by_two_instances_at_once_do_not_disturb_each_other()
    {
        var instances = new[] { Instance(New), Instance(New) };

        var walks = await Task.WhenAll(Enumerable.Range(0, 40).Select(walk => Task.Run(() =>
        {
            var turn = walk;
            return WalkAsync(cursor => PageAsync(1 + (walk % 4), cursor, context: instances[turn++ % 2]));
        })));

        Assert.All(walks, pages => Assert.Equal(_ids, Ids(pages)));
    }

    [Fact]
    public async Task A_key_is_changed_without_refusing_cursors_that_are_in_use()
    {
        var before = Instance(Old);
        var told = Instance(Old, New);
        var changed = Instance(New, Old);
        var after = Instance(New);
        var ofOld = (await PageAsync(4, null, context: before)).Cursor;
        var ofNew = (await PageAsync(4, null, context: changed)).Cursor;

        Assert.Equal(_ids[4..], Ids([await PageAsync(10, ofOld, context: told)]));
        Assert.Equal(_ids[4..], Ids([await PageAsync(10, ofNew, context: told)]));
        Assert.Equal(_ids[4..], Ids([await PageAsync(10, ofOld, context: changed)]));
        Assert.Equal(_ids[4..], Ids([await PageAsync(10, ofNew, context: after)]));
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await PageAsync(10, ofOld, context: after));
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await PageAsync(10, ofNew, context: before));
    }

    [Fact]
    public async Task Without_a_key_a_cursor_ends_with_its_instance_and_that_is_logged_once()
    {
        var logger = new RecordingLogger(LogLevel.Warning);
        var instance = Instance(null, logger);
        Assert.Empty(logger.Entries);

        Assert.Equal(_ids, Ids(await WalkAsync(cursor => PageAsync(3, cursor, context: instance))));

        Assert.Contains("CursorKey is not set", Assert.Single(logger.Entries).Message);
        var cursor = (await PageAsync(3, null, context: instance)).Cursor;
        await Assert.ThrowsAsync<InvalidCursorException>(async () => await PageAsync(3, cursor, context: Instance(null)));
    }

    [Fact]
    public async Task With_a_key_nothing_is_logged()
    {
        var logger = new RecordingLogger(LogLevel.Warning);

        Assert.NotNull((await PageAsync(3, null, context: Instance(New, logger))).Cursor);

        Assert.Empty(logger.Entries);
    }

    [Fact]
    public async Task Changing_the_array_afterwards_changes_no_key()
    {
        var key = New.ToArray();
        var instance = Instance(key);
        key[0]++;

        Assert.NotEmpty((await PageAsync(3, (await PageAsync(3, null, context: instance)).Cursor, context: Instance(New))).Items);
    }

    [Fact]
    public void Short_keys_are_found_at_start()
    {
        Assert.StartsWith("CursorKey ", Failure(options => options.CursorKey = new byte[31]));
        Assert.StartsWith("PreviousCursorKeys ", Failure(options => options.PreviousCursorKeys = [Old, new byte[31]]));
        Assert.StartsWith("PreviousCursorKeys ", Failure(options => options.PreviousCursorKeys = [null!]));
        Assert.StartsWith("PreviousCursorKeys ", Failure(options => options.PreviousCursorKeys = null!));
        Assert.Throws<ArgumentException>(() => Instance(new byte[31]));

        static string Failure(Action<DynamoGenOptions> configure)
        {
            var services = new ServiceCollection();
            services.AddDynamoGen(configure);
            using var provider = services.BuildServiceProvider();
            return Assert.Single(Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate()).Failures);
        }
    }

    private RepositoryContext Instance(byte[]? key, params byte[][] previous) => Instance(key, null, previous);

    private RepositoryContext Instance(byte[]? key, ILogger<DynamoGenTelemetry>? logger, params byte[][] previous) => new(
        Services.GetRequiredService<ITransport>(),
        new DynamoGenTelemetry(logger: logger),
        new DynamoGenOptions
        {
            TableNamePrefix = Services.GetRequiredService<DynamoGenOptions>().TableNamePrefix,
            CursorKey = key,
            PreviousCursorKeys = previous,
        });
}
