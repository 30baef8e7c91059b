using Amazon.DynamoDBv2;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.Places;

/// <summary>What DynamoDB counts for numbers is published as approximate, so that it may refuse what was counted as small enough.</summary>
public sealed class CountedByServerTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Crate Large = new("1") { Numbers = [.. Enumerable.Repeat(1.5m, 130_000)] };

    private ServiceProvider? _services;

    private ICrates Crates => _services!.GetRequiredService<ICrates>();

    private ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TestTable>(builder => builder.AddRepository<ICrates>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_put_is_refused_with_a_type()
    {
        Assert.InRange(Crate.SizeOf(Large), 1, 409_600);
        Refused(await Assert.ThrowsAsync<ItemTooLargeException>(async () => await Crates.Put(Large)), "ICrates.Put");
    }

    [Fact]
    public async Task So_is_an_update()
    {
        await Crates.Put(new Crate("1"));

        Refused(await Assert.ThrowsAsync<ItemTooLargeException>(async () => await Crates.UpdateNumbers("1", Large.Numbers)), "ICrates.UpdateNumbers");
    }

    [Fact]
    public async Task So_is_a_batch()
    {
        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () => await Crates.PutMany([Large, new Crate("2")]));

        Refused(Assert.IsType<ItemTooLargeException>(incomplete.InnerException), "ICrates.PutMany");
    }

    [Fact]
    public async Task So_is_a_transaction()
    {
        var refused = await Assert.ThrowsAsync<ItemTooLargeException>(async () =>
            await Transactions.WriteAsync([Crates.PutAction(new Crate("2")), Crates.PutAction(Large)]));

        Assert.IsAssignableFrom<AmazonDynamoDBException>(refused.InnerException);
        Assert.Null(await Crates.Get("2"));
    }

    private static void Refused(ItemTooLargeException refused, string accessPattern)
    {
        Assert.Equal((accessPattern, null, null), (refused.AccessPattern, refused.Entity, refused.Size));
        Assert.Equal("ValidationException", Assert.IsType<AmazonDynamoDBException>(refused.InnerException).ErrorCode);
    }
}
